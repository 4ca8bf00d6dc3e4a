import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

/** A browser whose owner forbids storage and cookies to everything that is framed from elsewhere. */
export async function strictBrowser() {
  const folder = mkdtempSync(join(tmpdir(), 'kalauz-strict-'));
  mkdirSync(join(folder, 'Default'));
  writeFileSync(
    join(folder, 'Default', 'Preferences'),
    JSON.stringify({ profile: { block_third_party_cookies: true, cookie_controls_mode: 1 } }),
  );
  const { CHROMIUM_PATH } = process.env;
  const context = await chromium.launchPersistentContext(folder, {
    ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    locale: 'en-GB',
  });
  const close = async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { page: await context.newPage(), close };
}
