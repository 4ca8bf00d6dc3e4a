import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

const company = (page: Page) => page.getByRole('status', { name: 'Who else has this ticket open' });

test('two people on one ticket see each other look, write and leave, within a second or two', async ({
  browser,
  baseURL,
  page,
  world,
  signIn,
}) => {
  const zsofia = await world.member({ name: 'Zsófia Kiss' });
  const janis = await world.member({ name: 'Jānis Kalns' });
  const { number } = await world.ticket(zsofia, { subject: 'Kettle' });
  const address = `/${world.slug}/desk/tickets/${number}`;
  test.slow();
  await signIn(janis);
  const context = await browser.newContext({ locale: 'en-GB', ...(baseURL && { baseURL }) });
  await context.addCookies(await page.context().cookies());
  const other = await context.newPage();
  await signIn(zsofia);
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: 'Kettle' })).toBeVisible();
  await expect(company(page)).toBeEmpty();

  await other.goto(address);
  await expect(company(other)).toContainText('Zsófia Kiss is looking');
  await expect(company(page)).toContainText('Jānis Kalns is looking', { timeout: 2_000 });

  await other.keyboard.press('r');
  await other
    .getByRole('textbox', { name: 'Text of the reply' })
    .pressSequentially('On its way', { delay: 30 });
  await expect(company(page)).toContainText('Jānis Kalns is writing an answer', { timeout: 2_000 });
  await expectAccessible(page);
  await expect(company(page)).toContainText('Jānis Kalns is looking', { timeout: 10_000 });
  await other.goto(`/${world.slug}/desk?view=open`);
  await expect(company(page)).toBeEmpty({ timeout: 2_000 });
  // Of a machine that is switched off nobody hears.
  await other.goto(address);
  await expect(company(page)).toContainText('Jānis Kalns is looking', { timeout: 2_000 });
  await context.close();
  await expect(company(page)).toBeEmpty({ timeout: 40_000 });
});
