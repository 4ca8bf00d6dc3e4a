import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';

/** Starts the machine's Chromium (CHROMIUM_PATH, else Debian's place), or returns null where there is none. */
export async function startChromium(): Promise<Browser | null> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) return null;
  return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
