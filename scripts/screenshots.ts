import { mkdirSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../prisma/seed/people';
import { startChromium } from '../tests/support/chromium';
import { inRoot } from './process/paths.mjs';

const BASE = process.env['BASE_URL'] ?? 'http://localhost:3000';
const FOLDER = inRoot('docs/images');
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

type Shot = Readonly<{
  name: string;
  path: string;
  viewport?: typeof WIDE;
  dark?: true;
  /** Who looks: the demo agent unless it is an admin's page. */
  as?: 'agent' | 'admin';
}>;

const SHOTS: readonly Shot[] = [
  { name: 'desk', path: '/demo/desk?view=open' },
  { name: 'desk-dark', path: '/demo/desk?view=open', dark: true },
  { name: 'desk-phone', path: '/demo/desk?view=open', viewport: PHONE },
  { name: 'ticket', path: 'first-ticket' },
  { name: 'ticket-dark', path: 'first-ticket', dark: true },
  { name: 'ticket-phone', path: 'first-ticket', viewport: PHONE },
  { name: 'admin', path: '/demo/admin', as: 'admin' },
  { name: 'admin-channels', path: '/demo/admin/channels', as: 'admin' },
];

/** Takes the pictures of the README from the running demo (`npm start`), into docs/images. */
mkdirSync(FOLDER, { recursive: true });
const browser = await startChromium();
if (!browser) throw new Error('There is no Chromium here; set CHROMIUM_PATH.');
for (const shot of SHOTS) await take(browser, shot);
await browser.close();

async function take(
  browser: Browser,
  { name, path, viewport = WIDE, dark, as = 'agent' }: Shot,
): Promise<void> {
  const context = await browser.newContext({ viewport, colorScheme: dark ? 'dark' : 'light', locale: 'en' });
  const page = await context.newPage();
  await signIn(page, `${as}@demo.test`);
  await page.goto(BASE + (path === 'first-ticket' ? '/demo/desk?view=open' : path));
  if (path === 'first-ticket') await openTicket(page);
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.waitForTimeout(800);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  console.log(`docs/images/${name}.png`);
  await context.close();
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${BASE}/sign-in`);
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(DEMO_PASSWORD);
  await page.locator('form button[type=submit]').first().click();
  await page.waitForURL(/\/desk/);
}

async function openTicket(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /Espresso machine leaks/ })
    .first()
    .click();
  await page.waitForURL(/\/tickets\//);
}
