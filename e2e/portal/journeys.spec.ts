import type { Locator, Page } from '@playwright/test';
import { LOCALES } from '@/i18n/locales';
import { asCustomer, customerIn } from '../support/portal';
import { ARTICLES, helpIn, SPEED, walkThePortal } from '../support/portal-journey';
import { expect, test } from '../support/test';

for (const locale of LOCALES) {
  test(`without JavaScript, in ${locale}: read, search, send a request, and follow it to its end`, async ({
    browser,
    baseURL,
    world,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
    await walkThePortal(await context.newPage(), world, locale);
    await context.close();
  });
}

/** Goes on by Tab until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press('Tab');
    const there = await target.evaluateAll(
      ([element]) => element !== undefined && element.ownerDocument.activeElement === element,
    );
    if (there) return;
  }
  throw new Error(`Tab does not lead to ${target}`);
}

test('by keyboard alone: search, read, find an answer while typing, send a request, and follow it', async ({
  page,
  world,
}) => {
  await helpIn(world, 'en');
  const customer = await customerIn(world);
  await asCustomer(page, world, customer.email);
  const press = (key: string) => page.keyboard.press(key);
  await page.goto(`/help/${world.slug}/en`);
  await tabTo(page, page.getByRole('searchbox'));
  await page.keyboard.type('vinegar');
  await press('Enter');
  await expect(page).toHaveURL(/\/search\?q=vinegar/);
  await tabTo(page, page.getByRole('main').getByRole('link', { name: ARTICLES.en.title }));
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: ARTICLES.en.title })).toBeVisible();

  await tabTo(page, page.getByRole('link', { name: 'Send a request' }).first());
  await press('Enter');
  const first = page.getByRole('searchbox');
  await expect(first).toBeVisible();
  await tabTo(page, first);
  await page.keyboard.type('descale', SPEED);
  const answer = page.getByRole('list', { name: 'Articles that may help' }).getByRole('link');
  await expect(answer).toContainText(ARTICLES.en.title);
  await tabTo(page, answer);
  const form = page.frameLocator('iframe[title="Questions"]');
  await tabTo(page, form.locator('#subject'));
  await page.keyboard.type('Whistle', SPEED);
  await tabTo(page, form.locator('#message'));
  await page.keyboard.type(
    'It does not whistle any more, and I miss the sound of it. Since a week. What now?',
    SPEED,
  );
  await tabTo(page, form.getByRole('button', { name: 'Send' }));
  await press('Enter');
  await expect(form.getByText('Your request has the number')).toBeVisible();

  await page.goto(`/help/${world.slug}/en`);
  await tabTo(page, page.getByRole('link', { name: 'My requests' }).first());
  await press('Enter');
  await tabTo(page, page.getByRole('link', { name: 'Whistle' }));
  await press('Enter');
  await tabTo(page, page.getByLabel('Your answer'));
  await page.keyboard.type('Nobody there?');
  await tabTo(page, page.getByRole('button', { name: 'Send', exact: true }));
  await press('Enter');
  await expect(page.getByText('Thank you. Your message has arrived.')).toBeVisible();
});
