import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('on a phone the list fits, and the rail comes in from the side', async ({ page, world, signIn }) => {
  const agent = await world.member({ name: 'Farkas-Wolfensberger Dóra Magdolna' });
  await world.ticket(agent, {
    subject: 'Megszentségteleníthetetlenségeskedéseitekért '.repeat(4).trim(),
    requester: { email: 'long@customer.test', name: 'Wolfeschlegelsteinhausenbergerdorff Hubert Blaine' },
    priority: 'urgent',
    tags: ['warranty'],
  });
  await signIn(agent, { locale: 'hu' });
  await page.goto(`/${world.slug}/desk?view=open`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Összes nyitott');
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBe(0);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Menü megnyitása' }).click();
  await expectAccessible(page);
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /Felelős nélkül/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Felelős nélkül');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.getByRole('link', { name: 'Új jegy' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Új jegy');
  expect(await overflow()).toBe(0);
  await expectAccessible(page);
});
