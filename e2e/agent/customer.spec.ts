import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('a customer is set right: name, language and one more address', async ({ page, world, signIn }) => {
  const agent = await world.member();
  const { ticketId } = await world.ticket(agent);
  const { workspaceId } = world;
  const ticket = await world.db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticketId } });
  await signIn(agent);
  await page.goto(`/${world.slug}/desk/customers/${ticket.requesterId}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anna Ozola');
  await expectAccessible(page);

  await page.getByLabel('Given name').fill('Anna');
  await page.getByLabel('Family name').fill('Ozola');
  await page.getByLabel('Order of names').selectOption('family_first');
  await page.getByLabel('Organization').fill('Kanna Kft.');
  await page.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ozola Anna');

  await page.getByLabel('Address or number').fill('not an address');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('This is no full address or number.')).toBeVisible();
  await page.getByLabel('Address or number').fill('anna@home.test');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const home = page.getByRole('listitem').filter({ hasText: 'anna@home.test' });
  await home.getByRole('button', { name: 'Write to anna@home.test' }).click();
  await expect(home.getByText('We write here')).toBeVisible();

  await page.getByRole('link', { name: 'Broken kettle' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Broken kettle');
});
