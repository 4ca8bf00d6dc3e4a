import { expect, test } from 'vitest';
import { addIdentity } from '@/features/customers/commands/add-identity';
import { preferIdentity } from '@/features/customers/commands/prefer-identity';
import { removeIdentity } from '@/features/customers/commands/remove-identity';
import { addIdentityInput } from '@/features/customers/inputs';
import { newId } from '@/server/ids';
import { liveCustomerSession, openCustomerSession } from '@/server/portal/customer-session';
import { newWorld } from '../../../support/world';
import { aCustomer, identitiesOf } from '../support';

const email = (customerId: string, value: string) =>
  addIdentityInput.parse({ customerId, kind: 'email', value });

test('a customer gets more addresses, and we go on writing to the first', async () => {
  const { world, ctx, customerId } = await aCustomer();
  expect(await addIdentity(ctx, email(customerId, ' Anna@Home.test '))).toMatchObject({ ok: true });
  const phone = addIdentityInput.parse({ customerId, kind: 'phone', value: '+371 20 000-000' });
  await addIdentity(ctx, phone);
  expect(await identitiesOf(world, customerId)).toEqual([
    ['email', 'anna@customer.test', true],
    ['email', 'anna@home.test', false],
    ['phone', '+37120000000', true],
  ]);
});

test('adding what is there changes nothing', async () => {
  const { world, ctx, customerId } = await aCustomer();
  await addIdentity(ctx, email(customerId, 'anna@customer.test'));
  expect(await identitiesOf(world, customerId)).toHaveLength(1);
});

test("another customer's address, and our own mailbox, are taken", async () => {
  const { world, ctx, customerId } = await aCustomer();
  await world.ticket(ctx, { requester: { email: 'bela@customer.test' } });
  const taken = { ok: false, error: { code: 'address.taken' } };
  expect(await addIdentity(ctx, email(customerId, 'bela@customer.test'))).toEqual(taken);
  expect(await addIdentity(ctx, email(customerId, world.mailbox.address))).toEqual(taken);
});

test('two who give one address to two customers at once: one gets it', async () => {
  const { world, ctx, customerId } = await aCustomer();
  const { ticketId } = await world.ticket(ctx, { requester: { email: 'bela@customer.test' } });
  const { workspaceId } = world;
  const bela = await world.db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticketId } });
  const both = await Promise.all([
    addIdentity(ctx, email(customerId, 'family@home.test')),
    addIdentity(ctx, email(bela.requesterId, 'family@home.test')),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test('of all mail addresses one is preferred', async () => {
  const { world, ctx, customerId } = await aCustomer();
  const added = await addIdentity(ctx, email(customerId, 'anna@home.test'));
  if (!added.ok) throw new Error('refused');
  expect(await preferIdentity(ctx, added.value)).toMatchObject({ ok: true });
  expect(await identitiesOf(world, customerId)).toEqual([
    ['email', 'anna@customer.test', false],
    ['email', 'anna@home.test', true],
  ]);
});

test('when the preferred address goes, another takes its place; the last one stays', async () => {
  const { world, ctx, customerId } = await aCustomer();
  await addIdentity(ctx, email(customerId, 'anna@home.test'));
  const { workspaceId } = world;
  const first = await world.db.customerIdentity.findFirstOrThrow({
    where: { workspaceId, customerId, value: 'anna@customer.test' },
  });
  expect(await removeIdentity(ctx, { identityId: first.id })).toMatchObject({ ok: true });
  expect(await identitiesOf(world, customerId)).toEqual([['email', 'anna@home.test', true]]);

  const last = await world.db.customerIdentity.findFirstOrThrow({ where: { workspaceId, customerId } });
  expect(await removeIdentity(ctx, { identityId: last.id })).toEqual({
    ok: false,
    error: { code: 'address.last' },
  });
});

test("another workspace's customer does not exist, and light agents change nobody", async () => {
  const { world, ctx, customerId } = await aCustomer();
  const identity = await world.db.customerIdentity.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, customerId },
  });
  const notFound = { ok: false, error: { code: 'not_found' } };
  const strangers = [await (await newWorld()).member(), await world.member({ role: 'light_agent' })];
  for (const stranger of strangers) {
    expect(await addIdentity(stranger, email(customerId, 'x@home.test'))).toEqual(notFound);
    expect(await preferIdentity(stranger, { identityId: identity.id })).toEqual(notFound);
    expect(await removeIdentity(stranger, { identityId: identity.id })).toEqual(notFound);
  }
  expect(ctx.workspaceId).toBe(world.workspaceId);
});

test.each([
  ['email', 'not an address'],
  ['phone', '20 000 000'],
  ['phone', '+0371'],
  ['phone', '+37120000000000000'],
])('%s "%s" is no address', (kind, value) => {
  const customerId = '01930000-0000-7000-8000-000000000000';
  expect(addIdentityInput.safeParse({ customerId, kind, value }).success).toBe(false);
});

test('whoever was signed in to the portal by an address that is taken away is out', async () => {
  const { world, ctx, customerId } = await aCustomer();
  const { db, workspaceId } = world;
  const added = await addIdentity(ctx, email(customerId, 'somebody@else.test'));
  if (!added.ok) throw new Error(added.error.code);
  const at = world.now();
  const token = await openCustomerSession(db, {
    ...{ workspaceId, id: newId(), customerId, at },
    ...{ ip: '', userAgent: '' },
  });
  expect(await liveCustomerSession(db, { workspaceId, token, at })).not.toBeNull();
  await removeIdentity(ctx, added.value);
  expect(await liveCustomerSession(db, { workspaceId, token, at })).toBeNull();
});
