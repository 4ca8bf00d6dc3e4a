import { expect, test } from 'vitest';
import { addIdentity } from '@/features/customers/commands/add-identity';
import { createCustomer } from '@/features/customers/commands/create-customer';
import { deleteCustomer } from '@/features/customers/commands/delete-customer';
import { mergeCustomers } from '@/features/customers/commands/merge-customers';
import { recordConsent } from '@/features/customers/commands/record-consent';
import { updateCustomer } from '@/features/customers/commands/update-customer';
import { newCustomerInput } from '@/features/customers/inputs';
import { listCustomerLines } from '@/features/segments/customer-lines';
import type { StaffContext } from '@/server/context';
import { aCustomer } from '../support';

async function another(ctx: StaffContext, displayName: string, email: string) {
  const input = newCustomerInput.parse({ displayName, email, phone: '', locale: null });
  const made = await createCustomer(ctx, input);
  if (!made.ok) throw new Error(made.error.code);
  return made.value.customerId;
}

const known = {
  givenName: null,
  familyName: null,
  nameOrder: 'given_first',
  locale: null,
  timeZone: null,
  note: '',
  organization: '',
} as const;

async function solveAll({ db, workspaceId }: Awaited<ReturnType<typeof aCustomer>>['world']) {
  const data = { status: 'solved', active: false, solvedAt: new Date() } as const;
  await db.ticket.updateMany({ where: { workspaceId }, data });
}

test('a customer without tickets goes whole, with what was merged into them, and the log keeps no name', async () => {
  const { world } = await aCustomer();
  const { db, workspaceId } = world;
  const lead = await world.member({ role: 'manager' });
  const [one, two] = [await another(lead, 'Gone', 'g@x.test'), await another(lead, 'Gone too', 'h@x.test')];
  await mergeCustomers(lead, { sourceId: two, targetId: one });
  const agent = await world.member();
  expect(await deleteCustomer(agent, { customerId: one, anonymise: false })).toMatchObject({
    error: { code: 'not_found' },
  });
  expect((await deleteCustomer(lead, { customerId: one, anonymise: false })).ok).toBe(true);
  expect(await db.customer.count({ where: { workspaceId, id: { in: [one, two] } } })).toBe(0);
  const log = await db.auditEntry.findFirstOrThrow({ where: { workspaceId, action: 'customer.deleted' } });
  expect(log.target).toBe(one);
});

test('who has tickets is deleted only by anonymising, and not while one is open', async () => {
  const { world, customerId } = await aCustomer();
  const lead = await world.member({ role: 'manager' });
  const attempt = async (anonymise: boolean) => {
    const done = await deleteCustomer(lead, { customerId, anonymise });
    return done.ok ? 'done' : done.error.code;
  };
  expect(await attempt(false)).toBe('customer.in_use');
  expect(await attempt(true)).toBe('customer.open_tickets');
  await solveAll(world);
  expect(await attempt(true)).toBe('done');
  expect(await attempt(true)).toBe('not_found');
});

test('after anonymising no table names the customer beside the words that were written', async () => {
  const { world, ctx, customerId, ticketId } = await aCustomer();
  const { db, workspaceId } = world;
  const lead = await world.member({ role: 'manager' });
  const source = await another(lead, 'Ozola A.', 'a.ozola@home.test');
  await mergeCustomers(lead, { sourceId: source, targetId: customerId });
  await addIdentity(ctx, { customerId, kind: 'phone', value: '+37120000001' });
  await updateCustomer(ctx, {
    ...known,
    customerId,
    displayName: 'Anna Ozola',
    note: 'Likes tea',
    externalId: 'C-7',
  });
  await recordConsent(ctx, { customerId, kind: 'marketing', given: true, source: 'phone', note: 'yes' });
  await db.customerMailChoice.create({
    data: { workspaceId, customerId, acknowledgements: false, updates: true, updatedAt: world.now() },
  });
  await solveAll(world);
  await deleteCustomer(lead, { customerId, anonymise: true });

  const where = { workspaceId, customerId };
  const left = await db.customer.findMany({ where: { workspaceId, id: { in: [customerId, source] } } });
  expect(left).toHaveLength(2);
  for (const record of left) {
    expect(record).toMatchObject({ displayName: 'Deleted customer', note: '', externalId: null });
    expect(record.searchText).not.toMatch(/ozola|\.test|371/i);
    expect(record.erasedAt).toEqual(world.now());
  }
  const [identities, consents, choices, merges] = await Promise.all([
    db.customerIdentity.count({ where }),
    db.customerConsent.count({ where }),
    db.customerMailChoice.count({ where }),
    db.customerMerge.count({ where: { workspaceId } }),
  ]);
  expect([identities, consents, choices, merges]).toEqual([0, 0, 0, 0]);
  const messages = await db.message.findMany({
    where: { workspaceId, ticketId },
    select: { authorName: true, authorAddress: true, visibleText: true, addresses: true },
  });
  expect(JSON.stringify(messages.map(({ visibleText: _, ...rest }) => rest))).not.toMatch(/ozola|anna@/i);
  expect(messages[0]?.visibleText).toContain('My kettle is broken.');

  const page = { q: '', conditions: null, sort: 'newest', after: null, limit: 50 } as const;
  expect((await listCustomerLines(ctx, page)).rows).toEqual([]);
  expect(await updateCustomer(ctx, { ...known, customerId, displayName: 'Back' })).toMatchObject({
    error: { code: 'not_found' },
  });
  expect(await addIdentity(ctx, { customerId, kind: 'phone', value: '+37120000002' })).toMatchObject({
    error: { code: 'not_found' },
  });
  // Whoever writes from the address again is somebody new.
  await world.ticket(ctx);
  const anew = await db.customerIdentity.findFirstOrThrow({
    where: { workspaceId, value: 'anna@customer.test' },
  });
  expect(anew.customerId).not.toBe(customerId);
});

test('the id of another system belongs to one customer', async () => {
  const { world, ctx, customerId } = await aCustomer();
  const other = await another(ctx, 'Berta', 'berta@x.test');
  const named = (id: string, externalId: string) =>
    updateCustomer(ctx, { ...known, customerId: id, displayName: 'X', externalId });
  expect((await named(customerId, 'C-1')).ok).toBe(true);
  expect(await named(other, 'C-1')).toMatchObject({ error: { code: 'customer.external_id_taken' } });
  expect((await named(customerId, 'C-1')).ok).toBe(true);
  const { workspaceId } = world;
  expect(await world.db.customer.count({ where: { workspaceId, externalId: 'C-1' } })).toBe(1);
});

test('who wrote in a chat or a messenger begins anew there, and the old words lead to nobody', async () => {
  const { world, ctx, customerId, ticketId } = await aCustomer();
  const { db, workspaceId } = world;
  const lead = await world.member({ role: 'manager' });
  const id = ctx.newId();
  await db.channelConversation.create({
    data: {
      ...{ workspaceId, id, customerId, ticketId, channelAccountId: world.mailbox.id, channel: 'telegram' },
      ...{ key: 'chat:4711', handle: '@anna', createdAt: world.now() },
    },
  });
  await solveAll(world);
  expect((await deleteCustomer(lead, { customerId, anonymise: true })).ok).toBe(true);
  const left = await db.channelConversation.findFirstOrThrow({ where: { workspaceId, id } });
  expect(left).toMatchObject({ handle: '', key: `erased:${id}` });
});
