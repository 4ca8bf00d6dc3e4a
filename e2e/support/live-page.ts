import type { Page } from '@playwright/test';

/** Opens a page of the desk and waits until it hears of changes, and therefore of keys as well. */
export async function openLive(page: Page, path: string): Promise<void> {
  const live = page.waitForResponse((answer) => answer.url().includes('/api/live') && answer.ok());
  await page.goto(path);
  await live;
}
