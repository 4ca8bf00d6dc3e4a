import { orderFields } from '@/features/orders/commands/order-fields';
import { saveOrder } from '@/features/orders/commands/save-order';
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
  await home.getByRole('button', { name: 'Write here: anna@home.test' }).click();
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
  await dialog.getByLabel('Also erase what was written').check();
  await expect(dialog).toContainText('so do your answers to them');
  await dialog.getByLabel('Also erase what was written').uncheck();
  await dialog.getByRole('button', { name: 'Delete customer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Deleted customer' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Broken kettle' })).toBeVisible();
  await expect(page.getByText('anna@customer.test')).toBeHidden();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Erase what was written' }).click();
  const words = page.getByRole('dialog', { name: 'Erase what was written with this customer?' });
  await words.getByRole('button', { name: 'Erase what was written' }).click();
  await expect(page.getByText('Erased on')).toBeVisible();
  await page.getByRole('link', { name: 'This text was erased.' }).click();
  await expect(
    page.getByText('This text was erased together with the customer’s data.').first(),
  ).toBeVisible();
});

test('orders stand on the page of a customer and beside their tickets, with what was promised elsewhere', async ({
  page,
  world,
  signIn,
}) => {
  const admin = await world.member({ role: 'admin' });
  const { db, workspaceId, slug } = world;
  const { ticketId, number } = await world.ticket(admin);
  const { requesterId } = await db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticketId } });
  const here = `/${slug}/desk/customers/${requesterId}`;
  await signIn(admin);
  await page.goto(here);
  const orders = page.locator('#orders');
  await expect(orders.getByRole('link', { name: 'How to send orders' })).toBeVisible();

  const other = await world.ticket(admin, { subject: 'Grinder' });
  const dueAt = new Date(world.now().getTime() + 3_600_000);
  await makePromise(admin, promiseInput.parse({ ticketId: other.ticketId, dueAt }));
  for (let day = 1; day <= 12; day++) {
    const told = orderFields.parse({
      ...{ system: 'Web shop', number: `W-${day}`, customer: { id: requesterId }, status: 'FULFILLED' },
      ...{ total: '1249.50', currency: 'EUR', url: `https://shop.test/orders/${day}` },
      placedAt: `2026-03-${String(day).padStart(2, '0')}T09:00:00Z`,
      lines: ['Kettle', 'Filter', 'Jug', 'Beans'].map((name) => ({ name, quantity: 2 })),
    });
    expect((await saveOrder(admin, told)).ok).toBe(true);
  }
  await page.goto(here);
  const row = orders.getByRole('row').filter({ hasText: 'W-12' });
  await expect(row).toContainText('€1,249.50');
  await expect(row.getByText('Shipped')).toBeVisible();
  await expect(row.getByRole('link', { name: 'W-12' })).toHaveAttribute(
    'href',
    'https://shop.test/orders/12',
  );
  await row.getByText('and 1 more').click();
  await expect(row.getByText('2 × Beans', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await orders.getByRole('link', { name: 'Older orders' }).click();
  await expect(orders.getByRole('link', { name: 'W-2 ' })).toBeVisible();
  await expect(orders.getByText('W-12')).toBeHidden();

  await page.goto(`/${slug}/desk/tickets/${number}`);
  const panel = page.getByRole('region', { name: 'Customer' });
  await expect(panel.getByRole('link', { name: /^W-/ })).toHaveCount(3);
  await expect(panel.getByText('Promises on other tickets')).toBeVisible();
  await expect(panel.locator('[data-promise]').getByRole('link')).toContainText('Grinder');
  await expectAccessible(page);
  await panel.getByRole('link', { name: 'Show all 12 orders' }).click();
  await expect(page).toHaveURL(/#orders$/);
});
