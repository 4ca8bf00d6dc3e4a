import { expect, test } from 'vitest';
import { updateCustomer } from '@/features/customers/commands/update-customer';
import { updateCustomerInput } from '@/features/customers/inputs';
import { getCustomer, listOrganizationNames } from '@/features/customers/queries';
import { listRequesterTickets } from '@/features/tickets/queries';
import { newWorld } from '../../support/world';
import { aCustomer } from './support';

test('a customer is shown with their addresses, and to nobody of another workspace', async () => {
  const { ctx, customerId } = await aCustomer();
  expect(await getCustomer(ctx, customerId)).toMatchObject({
    displayName: 'Anna Ozola',
    organization: null,
    identities: [{ kind: 'email', value: 'anna@customer.test', primary: true, bouncedAt: null }],
  });
  expect(await getCustomer(await (await newWorld()).member({ role: 'owner' }), customerId)).toBeNull();
});

test('organizations are offered by name, of this workspace only', async () => {
  const { ctx, customerId } = await aCustomer();
  const profile = { customerId, displayName: 'Anna', nameOrder: 'given_first', locale: null, timeZone: null };
  for (const organization of ['Zeta', 'Alfa']) {
    await updateCustomer(ctx, updateCustomerInput.parse({ ...profile, organization }));
  }
  expect(await listOrganizationNames(ctx)).toEqual(['Alfa', 'Zeta']);
  expect(await listOrganizationNames(await (await newWorld()).member())).toEqual([]);
});

test('tickets come page by page, each once, newest activity first', async () => {
  const { world, ctx, customerId: requesterId } = await aCustomer();
  for (let i = 0; i < 29; i++) {
    world.pass(60);
    await world.ticket(ctx, { subject: `Case ${i}` });
  }
  const first = await listRequesterTickets(ctx, { requesterId, after: null });
  expect(first.tickets).toHaveLength(25);
  expect(first.tickets[0]?.subject).toBe('Case 28');
  const second = await listRequesterTickets(ctx, { requesterId, after: first.next });
  expect(second.tickets.map(({ subject }) => subject)).toEqual([
    'Case 3',
    'Case 2',
    'Case 1',
    'Case 0',
    'Broken kettle',
  ]);
  expect(second.next).toBeNull();
});

test('only tickets that the reader may open are listed', async () => {
  const { world, ctx, customerId: requesterId } = await aCustomer();
  const teamId = await world.team();
  await world.ticket(ctx, { subject: 'Hidden', teamId });
  const narrow = await world.member({ scope: 'team' });
  const { tickets } = await listRequesterTickets(narrow, { requesterId, after: null });
  expect(tickets.map(({ subject }) => subject)).toEqual(['Broken kettle']);
  const own = await world.member({ scope: 'own' });
  expect((await listRequesterTickets(own, { requesterId, after: null })).tickets).toEqual([]);
});
