import { afterAll, expect, test } from 'vitest';
import { followLink } from '@/features/portal/commands/follow-link';
import { guestRequest, heardRequest, requestFile, requestPage } from '@/features/portal/queries';
import { listRequests } from '@/features/portal/queries-list';
import { mergeTickets } from '@/features/tickets/commands/merge-tickets';
import { newId } from '@/server/ids';
import { guestOf } from '@/server/portal/guest-link';
import { countingDatabase } from '../../support/counting-database';
import { newWorld } from '../../support/world';
import { answered, contextOf, customerOf, noted, requestWorld } from './support';

const counting = countingDatabase();
afterAll(() => counting.close());

const ALL = { state: 'all', search: '', whose: 'mine', after: null } as const;
const newest = (number: number) => ({ number, before: null });

test('a customer reads what they wrote and what was sent to them, and nothing else', async () => {
  const { world, agent, ticket, ctx } = await requestWorld();
  await answered(world, agent, { ticketId: ticket.ticketId });
  await noted(agent, ticket.ticketId, 'He is always late to pay.');
  await answered(world, agent, {
    ticketId: ticket.ticketId,
    html: '<p>Where is this parcel?</p>',
    to: ['courier@parcels.test'],
  });
  const page = await requestPage(ctx, newest(ticket.number));
  expect(page?.messages.map(({ direction, visibleText }) => [direction, visibleText])).toEqual([
    ['inbound', 'My kettle is broken.'],
    ['outbound', 'It is on its way.'],
  ]);
  expect(JSON.stringify(page)).not.toMatch(/late to pay|courier|staff\.test/);
});

test('an answer that has not left yet, or was taken back, is not there', async () => {
  const { world, agent, ticket, ctx } = await requestWorld();
  const later = new Date(world.now().getTime() + 3_600_000);
  await answered(world, agent, { ticketId: ticket.ticketId, html: '<p>Later</p>', sendAt: later });
  expect((await requestPage(ctx, newest(ticket.number)))?.messages).toHaveLength(1);
  world.pass(3_600);
  expect((await requestPage(ctx, newest(ticket.number)))?.messages).toHaveLength(2);
});

test('other customers and other companies find nothing under the number', async () => {
  const { world, agent, ticket, ctx } = await requestWorld();
  const stranger = contextOf(world, await customerOf(world));
  expect(await requestPage(stranger, newest(ticket.number))).toBeNull();
  expect((await listRequests(stranger, ALL)).rows).toEqual([]);
  expect(await heardRequest(stranger, ticket.number)).toBeNull();
  expect(await heardRequest(ctx, ticket.number)).toBe(ticket.ticketId);
  const other = await newWorld();
  const elsewhere = contextOf(other, { id: ctx.actor.id, name: 'Anna' });
  expect(await requestPage(elsewhere, newest(ticket.number))).toBeNull();
  expect(agent.workspaceId).not.toBe(other.workspaceId);
});

test('colleagues see each other’s requests where they are shared with them, and nobody else’s', async () => {
  const world = await newWorld();
  const agent = await world.member();
  const organizationId = newId();
  await world.db.organization.create({
    data: { workspaceId: world.workspaceId, id: organizationId, name: 'Lamp Makers' },
  });
  const [anna, edgars] = [
    await customerOf(world, { organizationId }),
    await customerOf(world, { organizationId }),
  ];
  const ticket = await world.ticket(agent, { requester: { email: anna.email, name: anna.name } });
  const shared = contextOf(world, edgars, { organizationId });
  expect(
    (await listRequests(shared, { ...ALL, whose: 'shared' })).rows.map(({ number, mine }) => [number, mine]),
  ).toEqual([[ticket.number, false]]);
  expect((await requestPage(shared, newest(ticket.number)))?.may).toMatchObject({
    reply: true,
    close: false,
  });
  const alone = contextOf(world, edgars);
  expect((await listRequests(alone, { ...ALL, whose: 'shared' })).rows).toEqual([]);
  expect(await requestPage(alone, newest(ticket.number))).toBeNull();
});

test('the list finds by words without accents and by number, and tells open from solved', async () => {
  const { world, agent, customer, ticket, ctx } = await requestWorld();
  const requester = { email: customer.email, name: customer.name };
  const lamp = await world.ticket(agent, { requester, subject: 'Fűtés 100% hideg' });
  await answered(world, agent, { ticketId: lamp.ticketId, submitAs: 'solved' });
  const numbers = async (over: object) =>
    (await listRequests(ctx, { ...ALL, ...over })).rows.map(({ number }) => number);
  expect(await numbers({ search: 'futes 100%' })).toEqual([lamp.number]);
  expect(await numbers({ search: '%' })).toEqual([lamp.number]);
  expect(await numbers({ search: `#${ticket.number}` })).toEqual([ticket.number]);
  expect(await numbers({ state: 'open' })).toEqual([ticket.number]);
  expect(await numbers({ state: 'solved' })).toEqual([lamp.number]);
});

test('a long list comes page by page, each request once, and costs two queries', async () => {
  const { world, agent, customer } = await requestWorld();
  const requester = { email: customer.email, name: customer.name };
  for (let count = 0; count < 24; count++) await world.ticket(agent, { requester, subject: `Lamp ${count}` });
  const ctx = { ...contextOf(world, customer), db: counting.db };
  counting.statements();
  const first = await listRequests(ctx, ALL);
  expect(counting.statements()).toHaveLength(2);
  const second = await listRequests(ctx, { ...ALL, after: first.next });
  expect(first.rows).toHaveLength(20);
  expect(second.rows).toHaveLength(5);
  expect(second.next).toBeNull();
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(25);
});

test('a request costs four queries, however long it is', async () => {
  const { world, agent, customer, ticket } = await requestWorld();
  for (let count = 0; count < 4; count++) await answered(world, agent, { ticketId: ticket.ticketId });
  const ctx = { ...contextOf(world, customer), db: counting.db };
  counting.statements();
  const page = await requestPage(ctx, newest(ticket.number));
  expect(page?.messages).toHaveLength(5);
  expect(counting.statements()).toHaveLength(4);
});

test('a file is there for who may read its message, and for nobody else', async () => {
  const { world, agent, ticket, ctx } = await requestWorld();
  const { db, workspaceId } = world;
  const message = await db.message.findFirstOrThrow({ where: { workspaceId, ticketId: ticket.ticketId } });
  await noted(agent, ticket.ticketId, 'With a file');
  const note = await db.message.findFirstOrThrow({
    where: { workspaceId, ticketId: ticket.ticketId, direction: 'note' },
  });
  const [open, hidden] = [newId(), newId()];
  const file = { workspaceId, name: 'lamp.pdf', type: 'application/pdf', size: 3, sha256: 'x' };
  await db.attachment.createMany({
    data: [
      { ...file, id: open, messageId: message.id },
      { ...file, id: hidden, messageId: note.id },
    ],
  });
  expect(await requestFile(ctx, open)).toMatchObject({ name: 'lamp.pdf' });
  expect(await requestFile(ctx, hidden)).toBeNull();
  expect(await requestFile(contextOf(world, await customerOf(world)), open)).toBeNull();
  const elsewhere = contextOf(await newWorld(), { id: ctx.actor.id, name: 'Anna' });
  expect(await requestFile(elsewhere, open)).toBeNull();
});

test('a link shows its one request, to whoever holds it, until it ends or is taken back', async () => {
  const { world, agent, customer, ticket } = await requestWorld();
  const { db, workspaceId } = world;
  const another = await world.ticket(agent, { requester: { email: customer.email, name: customer.name } });
  const wanted = {
    ticketId: ticket.ticketId,
    customerId: customer.id,
    readers: [customer.email],
    language: 'lv',
  } as const;
  // As shipped, mails have the link; a workspace that wants none sends none.
  expect(await followLink(agent, wanted)).toContain('/request/');
  const settings = await db.portalSettings.create({ data: { workspaceId, guestLinks: false } });
  expect(await followLink(agent, wanted)).toBeNull();
  await db.portalSettings.update({
    where: { workspaceId: settings.workspaceId },
    data: { guestLinks: true, guestLinkDays: 10 },
  });
  const address = (await followLink(agent, wanted)) ?? '';
  expect(address).toContain(`/help/${world.slug}/lv/request/`);
  expect(await followLink(agent, wanted)).toBe(address);
  expect(await followLink(agent, { ...wanted, readers: [customer.email, 'boss@customer.test'] })).toBeNull();

  const token = address.split('/').at(-1) ?? '';
  const guest = await guestOf(db, { workspaceId, token, at: world.now() });
  const ctx = contextOf(world, customer, { ticketId: guest?.ticketId ?? '' });
  expect((await guestRequest(ctx, null))?.request.number).toBe(ticket.number);
  expect(await requestPage(ctx, newest(another.number))).toBeNull();

  const elsewhere = await newWorld();
  expect(await guestOf(db, { workspaceId: elsewhere.workspaceId, token, at: world.now() })).toBeNull();
  const forged = `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`;
  expect(await guestOf(db, { workspaceId, token: forged, at: world.now() })).toBeNull();
  world.pass(10 * 86_400 + 1);
  expect(await guestOf(db, { workspaceId, token, at: world.now() })).toBeNull();
  await followLink({ ...agent, now: world.now }, wanted);
  expect(await guestOf(db, { workspaceId, token, at: world.now() })).not.toBeNull();
  await db.guestLink.updateMany({ where: { workspaceId }, data: { revokedAt: world.now() } });
  expect(await guestOf(db, { workspaceId, token, at: world.now() })).toBeNull();
  expect(await followLink(agent, wanted)).toBeNull();
});

test('what was promised stands on the request and in the list: late, or while the customer is waited for, as well', async () => {
  const { world, ticket, ctx } = await requestWorld();
  const { db, workspaceId } = world;
  const inHours = (hours: number) => new Date(world.now().getTime() + hours * 3_600_000);
  const told = { workspaceId, ticketId: ticket.ticketId, source: 'manual', promisedAt: world.now() } as const;
  await db.ticketPromise.createMany({
    data: [
      { ...told, id: newId(), about: 'resolution', openAs: 'resolution', dueAt: inHours(48) },
      { ...told, id: newId(), about: 'answer', openAs: 'answer', dueAt: inHours(4) },
      { ...told, id: newId(), about: 'answer', dueAt: inHours(2), endedAt: world.now() },
    ],
  });
  const shown = async () => {
    const page = await requestPage(ctx, newest(ticket.number));
    const { promise } = (await listRequests(ctx, ALL)).rows[0] ?? {};
    return [...(page?.request.promises ?? []), promise].map((each) => [each?.about, each?.state]);
  };
  const [answer, solution] = [
    ['answer', 'open'],
    ['resolution', 'open'],
  ];
  expect(await shown()).toEqual([answer, solution, answer]);
  world.pass(5 * 3_600);
  expect(await shown()).toEqual([['answer', 'late'], solution, ['answer', 'late']]);
  await db.ticketPromise.updateMany({ where: { workspaceId }, data: { pausedAt: world.now() } });
  expect((await shown())[0]).toEqual(['answer', 'waiting']);
});

test('what another customer was told elsewhere than by mail is not shown where their request went', async () => {
  const { world, agent, ticket, ctx } = await requestWorld();
  const { db, workspaceId } = world;
  const manager = await world.member({ role: 'manager' });
  const other = await world.ticket(agent, { requester: { email: 'gatis@customer.test', name: 'Gatis' } });
  const said = (ticketId: string, text: string) => {
    const where = { workspaceId, id: newId(), ticketId, createdAt: world.now() };
    const as = { direction: 'outbound', channel: 'chat', authorKind: 'user' } as const;
    return db.message.create({ data: { ...where, ...as, text, visibleText: text } });
  };
  await said(ticket.ticketId, 'Your lamp is on its way.');
  await said(other.ticketId, 'Gatis, your address is Brivibas 1.');
  const merge = { ticketId: other.ticketId, intoNumber: ticket.number, acrossCustomers: true };
  expect(await mergeTickets(manager, merge)).toMatchObject({ ok: true });
  const words = (await requestPage(ctx, newest(ticket.number)))?.messages.map(
    ({ visibleText }) => visibleText,
  );
  expect(words).toContain('Your lamp is on its way.');
  expect(words).not.toContain('Gatis, your address is Brivibas 1.');
});
