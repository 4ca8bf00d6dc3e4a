import { expect, test } from 'vitest';
import { linkTickets } from '@/features/links/commands/link-tickets';
import { unlinkTickets } from '@/features/links/commands/unlink-tickets';
import { findLinkTargets, linksOnTicket } from '@/features/links/queries';
import { indexTicket } from '@/features/search/jobs';
import { mergeTickets } from '@/features/tickets/commands/merge-tickets';
import { splitTicket } from '@/features/tickets/commands/split-ticket';
import { undoMerge } from '@/features/tickets/commands/undo-merge';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { getTicketPage } from '@/features/tickets/queries';
import { countingDatabase } from '../../support/counting-database';
import { historyOf, ticketOf } from '../tickets/support';
import { linked, shownOn, withTickets } from './support';

test('each ticket shows the other as it stands to it, both tell of it, and it can be ended', async () => {
  const { world, ctx, ticket } = await withTickets(2);
  const { linkId, typed } = await linked(ctx, ticket(0), 'problem', ticket(1));
  expect(await shownOn(ctx, ticket(0))).toEqual({ problem: [ticket(1).number] });
  expect(await shownOn(ctx, ticket(1))).toEqual({ incident: [ticket(0).number] });
  expect(new Set(typed)).toEqual(new Set([ticket(0).ticketId, ticket(1).ticketId]));
  expect((await ticketOf(world, ticket(0).ticketId)).type).toBe('incident');
  expect((await ticketOf(world, ticket(1).ticketId)).type).toBe('problem');
  for (const at of [0, 1]) {
    expect(await historyOf(world, ticket(at).ticketId)).toEqual(
      expect.arrayContaining(['ticket.linked', 'ticket.type_changed']),
    );
  }
  const ended = await unlinkTickets(ctx, { linkId, untype: [ticket(0).ticketId] });
  expect(ended).toEqual({
    ok: true,
    value: { ticketId: ticket(0).ticketId, number: ticket(1).number, as: 'problem' },
  });
  expect(await shownOn(ctx, ticket(1))).toEqual({});
  expect((await historyOf(world, ticket(1).ticketId)).at(-1)).toBe('ticket.unlinked');
  expect((await ticketOf(world, ticket(0).ticketId)).type).toBe('question');
  expect((await ticketOf(world, ticket(1).ticketId)).type).toBe('problem');
  expect(await unlinkTickets(ctx, { linkId, untype: [] })).toMatchObject({ error: { code: 'not_found' } });
});

test('what does not fit together is refused with the reason', async () => {
  const { ctx, ticket } = await withTickets(4);
  const refused = async (here: number, as: 'parent' | 'problem' | 'related', other: number) => {
    const done = await linkTickets(ctx, {
      ticketId: ticket(here).ticketId,
      number: ticket(other).number,
      as,
    });
    return done.ok ? null : done.error.code;
  };
  await linked(ctx, ticket(0), 'parent', ticket(1));
  await linked(ctx, ticket(1), 'parent', ticket(2));
  expect(await refused(2, 'parent', 0)).toBe('link.circle');
  expect(await refused(0, 'parent', 3)).toBe('link.has_parent');
  expect(await refused(1, 'related', 0)).toBe('link.exists');
  expect(await refused(1, 'related', 1)).toBe('link.same');
  await linked(ctx, ticket(0), 'problem', ticket(3));
  expect(await refused(3, 'problem', 2)).toBe('link.problem_is_incident');
  const gone = await linkTickets(ctx, { ticketId: ticket(0).ticketId, number: 999_999, as: 'related' });
  expect(gone).toMatchObject({ error: { code: 'not_found' } });
});

test('of two who link at once, crosswise or in a ring, one is refused and nothing hangs', async () => {
  const { ctx, ticket } = await withTickets(4);
  const parent = (here: number, other: number) =>
    linkTickets(ctx, { ticketId: ticket(here).ticketId, number: ticket(other).number, as: 'parent' });
  const crosswise = await Promise.all([parent(0, 1), parent(1, 0)]);
  expect(crosswise.filter(({ ok }) => ok)).toHaveLength(1);
  const again = await withTickets(4);
  const ring = (here: number, other: number) =>
    linkTickets(again.ctx, {
      ticketId: again.ticket(here).ticketId,
      number: again.ticket(other).number,
      as: 'parent',
    });
  await ring(0, 1);
  await ring(2, 3);
  const closing = await Promise.all([ring(1, 2), ring(3, 0)]);
  expect(closing.map((each) => (each.ok ? 'made' : each.error.code)).sort()).toEqual(['link.circle', 'made']);
});

test('what a member may not see is neither linked, nor shown or counted, nor told of in the history', async () => {
  const { world, ctx, ticket } = await withTickets(3);
  const teamId = await world.team('Repairs');
  await linked(ctx, ticket(0), 'child', ticket(1));
  await linked(ctx, ticket(0), 'child', ticket(2));
  await changeTicket(ctx, { ticketId: ticket(1).ticketId, teamId });
  const outside = await world.member({ scope: 'team' });
  expect(await shownOn(outside, ticket(0))).toEqual({ child: [ticket(2).number] });
  const [group] = await linksOnTicket(outside, { ticketId: ticket(0).ticketId, all: false });
  expect(group).toMatchObject({ total: 1, done: 0 });
  expect(await shownOn(outside, ticket(1))).toEqual({});
  const page = await getTicketPage(outside, ticket(0).number);
  const events = page && 'events' in page ? page.events : [];
  const told = events.filter(({ type }) => type === 'ticket.linked').map(({ data }) => data['otherNumber']);
  expect(told).toEqual([ticket(2).number]);
  const attempt = { ticketId: ticket(2).ticketId, number: ticket(1).number, as: 'related' } as const;
  expect(await linkTickets(outside, attempt)).toMatchObject({ error: { code: 'not_found' } });
  const { id: linkId } = await world.db.ticketLink.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, fromId: ticket(1).ticketId },
  });
  expect(await unlinkTickets(outside, { linkId, untype: [] })).toMatchObject({
    error: { code: 'not_found' },
  });
  const light = await world.member({ role: 'light_agent' });
  const third = { ...attempt, number: ticket(0).number };
  expect(await linkTickets(light, third)).toMatchObject({ error: { code: 'not_found' } });
});

test('links go along with a merge and come back when it is undone; a split leaves them', async () => {
  const { world, ctx, ticket } = await withTickets(5);
  const manager = await world.member({ role: 'manager' });
  await linked(ctx, ticket(0), 'problem', ticket(2));
  await linked(ctx, ticket(0), 'related', ticket(3));
  await linked(ctx, ticket(1), 'related', ticket(3));
  await linked(ctx, ticket(0), 'original', ticket(1));
  await linked(ctx, ticket(0), 'child', ticket(4));
  const into = { ticketId: ticket(0).ticketId, intoNumber: ticket(1).number, acrossCustomers: true };
  const merged = await mergeTickets(manager, into);
  if (!merged.ok) throw new Error(merged.error.code);
  const [problem, related, child] = [2, 3, 4].map((at) => [ticket(at).number]);
  expect(await shownOn(ctx, ticket(1))).toEqual({ problem, related, child });
  expect(await shownOn(ctx, ticket(2))).toEqual({ incident: [ticket(1).number] });
  expect(await shownOn(ctx, ticket(3))).toEqual({ related: [ticket(1).number] });
  const onMerged = await linkTickets(ctx, { ...ticket(4), number: ticket(0).number, as: 'related' });
  expect(onMerged).toMatchObject({ error: { code: 'link.merged' } });
  await undoMerge(manager, { mergeId: merged.value.mergeId });
  expect(await shownOn(ctx, ticket(0))).toEqual({ problem, related, child, original: [ticket(1).number] });
  expect(await shownOn(ctx, ticket(1))).toEqual({ duplicate: [ticket(0).number], related });
  const messages = await world.db.message.findMany({ where: { ticketId: ticket(0).ticketId } });
  const note = { workspaceId: world.workspaceId, ticketId: ticket(0).ticketId, id: ctx.newId() };
  const words = {
    direction: 'note',
    channel: 'email',
    authorKind: 'user',
    text: 'x',
    visibleText: 'x',
  } as const;
  await world.db.message.create({ data: { ...note, ...words, createdAt: world.now() } });
  const messageIds = messages.map(({ id }) => id);
  const split = await splitTicket(ctx, {
    ticketId: ticket(0).ticketId,
    messageIds,
    subject: 'Another thing',
  });
  expect(split.ok).toBe(true);
  expect(await shownOn(ctx, ticket(0))).toMatchObject({ problem, related, child });
});

test('a problem with many incidents is read in one statement: the open ones first, a few of them, all when asked', async () => {
  const { ctx, ticket } = await withTickets(10);
  for (let at = 1; at < 10; at++) await linked(ctx, ticket(0), 'incident', ticket(at));
  await changeTicket(ctx, { ticketId: ticket(1).ticketId, status: 'solved' });
  const { db, statements, close } = countingDatabase();
  const asked = { ticketId: ticket(0).ticketId, all: false };
  await linksOnTicket({ ...ctx, db }, asked);
  statements();
  const [group] = await linksOnTicket({ ...ctx, db }, asked);
  expect(statements()).toHaveLength(1);
  await close();
  expect(group).toMatchObject({ as: 'incident', total: 9, done: 1 });
  expect(group?.tickets.map(({ number }) => number)).toEqual(
    [2, 3, 4, 5, 6, 7].map((at) => ticket(at).number),
  );
  const [all] = await linksOnTicket(ctx, { ...asked, all: true });
  expect(all?.tickets.at(-1)?.number).toBe(ticket(1).number);
});

test('what can be linked is offered: open problems and the customer’s own first, then what is found, never twice', async () => {
  const { world, ctx, ticket } = await withTickets(3);
  await changeTicket(ctx, { ticketId: ticket(1).ticketId, type: 'problem' });
  const own = await world.ticket(ctx, {
    subject: 'Mine too',
    requester: { email: 'customer0@customer.test', name: 'Customer 0' },
  });
  await indexTicket(world.db, { workspaceId: world.workspaceId, ticketId: ticket(2).ticketId });
  const found = async (q: string) =>
    (await findLinkTargets(ctx, { number: ticket(0).number, q })).map(({ number }) => number);
  expect(await found('')).toEqual([ticket(1).number, own.number]);
  expect(await found(String(ticket(2).number))).toEqual([ticket(2).number]);
  await linked(ctx, ticket(0), 'problem', ticket(1));
  expect(await found('')).toEqual([own.number]);
});
