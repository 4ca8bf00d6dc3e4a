import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('on a phone a ticket is read, answered and solved without sideways scrolling', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const { number } = await world.ticket(agent, {
    subject: 'Rendkívül hosszú tárgy a kétkaros eszpresszógép szervizelésével kapcsolatban',
    tags: ['nagyon-hosszú-címke-amely-nem-fér-el'],
  });
  await signIn(agent, { locale: 'hu' });
  await page.goto(`/${world.slug}/desk/tickets/${number}`);
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await sideways()).toBe(0);
  await expectAccessible(page);

  await expect(async () => {
    await page.getByRole('button', { name: /^Válasz neki/ }).click();
    await expect(page.getByRole('textbox', { name: 'A válasz szövege' })).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.type('Próbálja a másik aljzatot.');
  expect(await sideways()).toBe(0);
  await page.getByRole('button', { name: 'További küldési módok' }).click();
  await page.getByRole('menuitemradio', { name: 'Megoldva' }).click();
  await page.getByRole('button', { name: 'Küldés · Megoldva' }).click();
  await expect(page.getByRole('article').getByText('Próbálja a másik aljzatot.')).toBeVisible();

  await page.getByRole('button', { name: 'Részletek', exact: true }).click();
  const details = page.getByRole('dialog', { name: 'Részletek' });
  await expect(details.getByRole('combobox', { name: 'Állapot' })).toHaveValue('solved');
  await expect(details.getByText('anna@customer.test')).toBeVisible();
  expect(await sideways()).toBe(0);
  await expectAccessible(page);
});
