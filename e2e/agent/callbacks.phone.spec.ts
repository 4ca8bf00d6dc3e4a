import { callbackRow } from '../../tests/features/phone/phone-rows';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('on a phone the agenda fits the screen, and a call is logged from the top', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member();
  const { ticketId } = await world.ticket(agent);
  await callbackRow(agent, ticketId);
  await signIn(agent, { locale: 'en' });
  await page.goto(`/${world.slug}/callbacks`);
  await expect(page.getByRole('listitem').filter({ hasText: 'Anna Ozola' })).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
  await page.getByRole('banner').getByRole('button', { name: 'Log a call' }).click();
  await expect(page.getByRole('dialog', { name: 'Log a call' })).toBeVisible();
  await expectAccessible(page);
});
