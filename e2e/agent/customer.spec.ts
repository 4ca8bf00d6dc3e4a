import { makePromise } from '@/features/promises/commands/make-promise';
import { promiseInput } from '@/features/promises/inputs';
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

test('an id of another system is one customer’s, promises and opinions stand on the page, and a customer is deleted by name', async ({
  page,
  world,
  signIn,
}) => {
  const lead = await world.member({ role: 'manager' });
  const { db, workspaceId, slug } = world;
  const { ticketId, number } = await world.ticket(lead);
  await db.customer.create({
    data: { workspaceId, id: lead.newId(), displayName: 'Berta', externalId: 'SHOP-1' },
  });
  const { requesterId } = await db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticketId } });
  const dueAt = new Date(world.now().getTime() + 3_600_000);
  await makePromise(lead, promiseInput.parse({ ticketId, dueAt }));
  await signIn(lead);
  const here = `/${slug}/desk/customers/${requesterId}`;
  await page.goto(here);
  const promises = page.locator('#promises');
  await expect(promises).toContainText(`#${number}`);
  await page.getByLabel('Id in another system').fill('SHOP-1');
  await page.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByText('Another customer already has this id.')).toBeVisible();
  await page.getByLabel('Id in another system').fill('SHOP-2');
  await page.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByText('Id in another system: SHOP-2')).toBeVisible();
  await expect(page.getByText('Solve them first, then delete the customer.')).toBeVisible();

  await db.ticket.updateMany({
    where: { workspaceId, id: ticketId },
    data: { status: 'solved', active: false },
  });
  await page.reload();
  await page.getByRole('button', { name: 'Delete customer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete Anna Ozola?' });
  await expect(dialog).toContainText('Tickets stay with what was written on them');
  await dialog.getByRole('button', { name: 'Delete customer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Deleted customer' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Broken kettle' })).toBeVisible();
  await expect(page.getByText('anna@customer.test')).toBeHidden();
  await expectAccessible(page);
});
