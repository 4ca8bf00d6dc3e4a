import { expect, test } from 'vitest';
import { customerByIdentity } from '@/features/customers/commands/customer-by-identity';
import { mergeCustomers } from '@/features/customers/commands/merge-customers';
import { notSameCustomer } from '@/features/customers/commands/not-same-customer';
import { unmergeCustomers } from '@/features/customers/commands/unmerge-customers';
import { customerPlaces } from '@/features/customers/customer-places';
import { duplicatesOf } from '@/features/customers/duplicates';
import { mergePreview, survivingCustomer } from '@/features/customers/merge-queries';
import { createTicket } from '@/features/tickets/commands/create-ticket';
import { createTicketInput } from '@/features/tickets/inputs';
import { transaction } from '@/server/db/transaction';
import { newId } from '@/server/ids';
import { liveCustomerSession, openCustomerSession } from '@/server/portal/customer-session';
import { guestOf, guestToken } from '@/server/portal/guest-link';
import { newWorld } from '../../../support/world';
import { identitiesOf } from '../support';

/** Anna, known by two addresses as two people, with a ticket each, one of them closed. */
async function twoRecords() {
  const world = await newWorld();
  const ctx = await world.member();
  const { workspaceId, db } = world;
  const one = await world.ticket(ctx, { requester: { email: 'anna@firma.test', name: 'Anna Ozola' } });
  const other = await world.ticket(ctx, {
    requester: { email: 'anna.ozola@firma.test', name: 'Ozola Anna' },
  });
  const shut = await world.ticket(ctx, { requester: { email: 'anna.ozola@firma.test', name: '' } });
  await db.ticket.updateMany({
    where: { workspaceId, id: shut.ticketId },
    data: { status: 'closed', active: false, closedAt: world.now() },
  });
  const ownerOf = async (ticketId: string) =>
    (await db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticketId } })).requesterId;
  const [targetId, sourceId] = [await ownerOf(one.ticketId), await ownerOf(other.ticketId)];
  return { world, ctx, one, other, shut, targetId, sourceId, ownerOf };
}

type Two = Awaited<ReturnType<typeof twoRecords>>;

async function merged({ ctx, sourceId, targetId }: Two): Promise<string> {
  const done = await mergeCustomers(ctx, { sourceId, targetId });
  if (!done.ok) throw new Error(done.error.code);
  return done.value.mergeId;
}

/** Every row of every table that points at a customer, as the database itself lists them. */
async function rowsOf({ world }: Two, customerId: string) {
  const found: string[] = [];
  for (const { table, column } of await customerPlaces(world.db)) {
    const rows = await world.db.$queryRawUnsafe<{ id: string }[]>(
      `select id::text from "${table}" where "workspaceId" = $1::uuid and "${column}" = $2::uuid`,
      world.workspaceId,
      customerId,
    );
    found.push(...rows.map(({ id }) => `${table}.${column} ${id}`));
  }
  return found.sort();
}

async function withCallAndChat({ world, sourceId, other }: Two) {
  const { db, workspaceId } = world;
  const at = world.now();
  const base = { workspaceId, customerId: sourceId };
  const channelAccountId = world.mailbox.id;
  await db.channelConversation.create({
    data: {
      ...base,
      id: newId(),
      channelAccountId,
      channel: 'telegram',
      key: 'k',
      ticketId: other.ticketId,
      createdAt: at,
    },
  });
  await db.customerConsent.create({
    data: { ...base, id: newId(), kind: 'marketing', given: true, source: 'phone', at, createdAt: at },
  });
}

test('merging brings all to the survivor, and undoing gives exactly that back', async () => {
  const two = await twoRecords();
  const { ctx, world, sourceId, targetId } = two;
  await withCallAndChat(two);
  const before = [await rowsOf(two, sourceId), await rowsOf(two, targetId)];
  const mergeId = await merged(two);
  expect(await rowsOf(two, sourceId)).toEqual([]);
  expect(await rowsOf(two, targetId)).toEqual(before.flat().sort());
  expect(await survivingCustomer(ctx, sourceId)).toBe(targetId);
  expect(await identitiesOf(world, targetId)).toEqual([
    ['email', 'anna.ozola@firma.test', false],
    ['email', 'anna@firma.test', true],
  ]);
  expect(await unmergeCustomers(ctx, { mergeId })).toMatchObject({ ok: true });
  expect([await rowsOf(two, sourceId), await rowsOf(two, targetId)]).toEqual(before);
  expect(await identitiesOf(world, sourceId)).toEqual([['email', 'anna.ozola@firma.test', true]]);
  expect(await unmergeCustomers(ctx, { mergeId })).toMatchObject({ error: { code: 'customer.not_merged' } });
});

test('history says so on every ticket, closed ones too, and the audit log says who', async () => {
  const two = await twoRecords();
  await merged(two);
  const { db, workspaceId } = two.world;
  const events = await db.ticketEvent.findMany({ where: { workspaceId, type: 'ticket.requester_changed' } });
  expect(events.map(({ ticketId }) => ticketId).sort()).toEqual(
    [two.other.ticketId, two.shut.ticketId].sort(),
  );
  expect(events[0]).toMatchObject({
    data: { from: two.sourceId, to: two.targetId },
    actorId: two.ctx.actor.id,
  });
  expect(await db.auditEntry.findFirst({ where: { workspaceId, action: 'customer.merged' } })).toMatchObject({
    target: 'Anna Ozola',
    actorName: two.ctx.actor.name,
  });
});

test('what comes after goes to the survivor, and stays with whoever has the address when it is undone', async () => {
  const two = await twoRecords();
  const { world, ctx, targetId, sourceId, ownerOf } = two;
  const mergeId = await merged(two);
  world.pass(60);
  const mail = (email: string) => world.ticket(ctx, { subject: 'Later', requester: { email, name: 'Anna' } });
  const [fromTarget, fromSource] = [await mail('anna@firma.test'), await mail('anna.ozola@firma.test')];
  expect([await ownerOf(fromTarget.ticketId), await ownerOf(fromSource.ticketId)]).toEqual([
    targetId,
    targetId,
  ]);
  await world.db.message.updateMany({
    where: { workspaceId: world.workspaceId, ticketId: fromSource.ticketId },
    data: {
      direction: 'inbound',
      authorKind: 'customer',
      authorCustomerId: targetId,
      authorAddress: 'anna.ozola@firma.test',
    },
  });
  await unmergeCustomers(ctx, { mergeId });
  expect(await ownerOf(fromTarget.ticketId)).toBe(targetId);
  expect(await ownerOf(fromSource.ticketId)).toBe(sourceId);
  expect(await ownerOf((await mail('anna.ozola@firma.test')).ticketId)).toBe(sourceId);
});

test('whoever still names the source, as a request that began before the merge, reaches the survivor', async () => {
  const two = await twoRecords();
  const { world, ctx, sourceId, targetId, ownerOf } = two;
  await merged(two);
  const input = createTicketInput.parse({
    subject: 'x',
    requester: { email: 'new@x.test', name: 'N' },
    html: '<p>x</p>',
  });
  const made = await createTicket(ctx, input);
  if (!made.ok) throw new Error(made.error.code);
  const { workspaceId, db } = world;
  await db.ticket.updateMany({
    where: { workspaceId, id: made.value.ticketId },
    data: { requesterId: sourceId },
  });
  expect(await ownerOf(made.value.ticketId)).toBe(targetId);
});

test('two people who merge the same two at once, each in their own direction, end in one survivor', async () => {
  const two = await twoRecords();
  const { ctx, sourceId, targetId } = two;
  const outcomes = await Promise.all([
    mergeCustomers(ctx, { sourceId, targetId }),
    mergeCustomers(ctx, { sourceId: targetId, targetId: sourceId }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'customer.merged' } });
  const survivor = await survivingCustomer(ctx, sourceId);
  expect(await survivingCustomer(ctx, targetId)).toBe(survivor);
  expect((await rowsOf(two, survivor ?? '')).filter((row) => row.startsWith('Ticket'))).toHaveLength(3);
});

test('a chain of merges is undone from its middle', async () => {
  const two = await twoRecords();
  const { world, ctx, sourceId, targetId, other, one, ownerOf } = two;
  const third = await world.ticket(ctx, { requester: { email: 'third@x.test', name: 'Third' } });
  const thirdId = await ownerOf(third.ticketId);
  const first = await merged(two);
  await merged({ ...two, sourceId: targetId, targetId: thirdId });
  expect(await survivingCustomer(ctx, sourceId)).toBe(thirdId);
  expect(await unmergeCustomers(ctx, { mergeId: first })).toMatchObject({ ok: true });
  expect(await ownerOf(other.ticketId)).toBe(sourceId);
  expect(await ownerOf(one.ticketId)).toBe(thirdId);
});

test('who was merged, or is the same, or is of another workspace, is not merged', async () => {
  const two = await twoRecords();
  const { ctx, sourceId, targetId } = two;
  expect(await mergeCustomers(ctx, { sourceId, targetId: sourceId })).toMatchObject({
    error: { code: 'customer.same' },
  });
  const stranger = await (await newWorld()).member({ role: 'owner' });
  expect(await mergeCustomers(stranger, { sourceId, targetId })).toMatchObject({
    error: { code: 'not_found' },
  });
  const light = await two.world.member({ role: 'light_agent' });
  expect(await mergeCustomers(light, { sourceId, targetId })).toMatchObject({ error: { code: 'not_found' } });
  const mergeId = await merged(two);
  expect(await mergeCustomers(ctx, { sourceId, targetId })).toMatchObject({
    error: { code: 'customer.merged' },
  });
  expect(await unmergeCustomers(stranger, { mergeId })).toMatchObject({ error: { code: 'not_found' } });
});

test('the preview says who sees what: addresses, tickets, and those that the reader may not open', async () => {
  const { world, sourceId, targetId } = await twoRecords();
  const narrow = await world.member({ scope: 'own' });
  expect(await mergePreview(narrow, { sourceId, targetId })).toMatchObject({
    source: { tickets: 2, hidden: 2, addresses: ['anna.ozola@firma.test'] },
    target: { tickets: 1, hidden: 1 },
    sharing: null,
  });
});

test('look-alikes are suggested with a reason, until somebody says that they are two people', async () => {
  const { ctx, sourceId, targetId } = await twoRecords();
  expect(await duplicatesOf(ctx, targetId)).toMatchObject([{ id: sourceId, reasons: ['name_organization'] }]);
  await notSameCustomer(ctx, { customerId: sourceId, otherId: targetId });
  expect(await duplicatesOf(ctx, targetId)).toEqual([]);
  expect(await duplicatesOf(ctx, sourceId)).toEqual([]);
});

test('what a channel vouches for merges by itself, but never those of whom somebody said that they are two', async () => {
  const world = await newWorld();
  const ctx = world.system();
  const person = (kind: 'phone' | 'whatsapp', value: string, also: string[] = []) =>
    transaction(ctx, (tx) =>
      customerByIdentity(tx, ctx, {
        kind,
        value,
        name: value,
        also: also.map((each) => ({ kind: 'phone', value: each })),
        sure: 'vouched',
      }),
    );
  const phone = await person('phone', '+36301234567');
  await person('whatsapp', 'wa-1');
  const both = await person('whatsapp', 'wa-1', ['+36301234567']);
  expect(both.id).toBe(phone.id);
  const { workspaceId, db } = world;
  const merge = await db.customerMerge.findFirstOrThrow({ where: { workspaceId } });
  expect(merge).toMatchObject({ reason: 'vouched', targetId: phone.id });
  await unmergeCustomers(await world.member(), { mergeId: merge.id });
  expect((await person('whatsapp', 'wa-1', ['+36301234567'])).id).toBe(merge.sourceId);
});

test('whoever came into the portal while two were one is out when they are two again', async () => {
  const two = await twoRecords();
  const { world, ctx, targetId, one } = two;
  const { db, workspaceId } = world;
  const mergeId = await merged(two);
  // The owner of either address is let in as the survivor now.
  const at = world.now();
  const opened = { workspaceId, id: newId(), customerId: targetId, at, ip: '', userAgent: '' };
  const token = await openCustomerSession(db, opened);
  const days = new Date(at.getTime() + 30 * 86_400_000);
  const link = { workspaceId, id: newId(), ticketId: one.ticketId, customerId: targetId, createdAt: at };
  await db.guestLink.create({ data: { ...link, expiresAt: days } });
  const guest = () => guestOf(db, { workspaceId, token: guestToken(link.id), at });
  expect(await liveCustomerSession(db, { workspaceId, token, at })).not.toBeNull();
  expect(await guest()).not.toBeNull();
  await unmergeCustomers(ctx, { mergeId });
  expect(await liveCustomerSession(db, { workspaceId, token, at })).toBeNull();
  expect(await guest()).toBeNull();
});

test('who wants no surveys is not asked as the survivor, who is asked again when it is undone', async () => {
  const two = await twoRecords();
  const { world, ctx, sourceId, targetId } = two;
  const { db, workspaceId } = world;
  const wish = { workspaceId, customerId: sourceId, source: 'mail', at: world.now() };
  await db.surveyOptOut.create({ data: wish });
  const unwilling = async () =>
    (await db.surveyOptOut.findMany({ where: { workspaceId } })).map(({ customerId }) => customerId).sort();
  const mergeId = await merged(two);
  expect(await unwilling()).toEqual([sourceId, targetId].sort());
  await unmergeCustomers(ctx, { mergeId });
  expect(await unwilling()).toEqual([sourceId]);
});
