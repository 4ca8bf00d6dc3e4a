import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('the list by due time fits a phone', async ({ page, world, signIn }) => {
  const agent = await world.member();
  await world.ticket(agent, { subject: 'Kettle leaks' });
  await signIn(agent, { locale: 'hu' });
  await page.goto(`/${world.slug}/desk?view=open&sort=due`);
  await expect(page.getByRole('link', { name: /Kettle leaks/ })).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});
