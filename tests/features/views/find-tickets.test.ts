import { afterAll, expect, test } from 'vitest';
import { findPublished } from '@/features/knowledge/commands/find-published';
import { indexTicket } from '@/features/search/jobs';
import { searchCustomers } from '@/features/search/queries';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { findTickets } from '@/features/views/commands/find-tickets';
import { listTickets } from '@/features/views/queries';
import { viewOfSearch } from '@/features/views/saved-views';
import type { StaffContext } from '@/server/context';
import { countingDatabase } from '../../support/counting-database';
import { newWorld } from '../../support/world';
import { newView } from './support';

type World = Awaited<ReturnType<typeof newWorld>>;

async function written(world: World, agent: StaffContext, over: Record<string, unknown>) {
  world.pass(3600);
  const made = await world.ticket(agent, over);
  await indexTicket(world.db, { workspaceId: world.workspaceId, ticketId: made.ticketId });
  return made;
}

/** Four tickets, the newest last; Bela's is solved. */
async function desk() {
  const world = await newWorld({ at: '2026-03-04T09:00:00Z' });
  const teamId = await world.team('Számlázás');
  const agent = await world.member({ name: 'Kiss Zsófia', teamIds: [teamId] });
  const other = await world.member({ name: 'Jānis Bērziņš' });
  const bela = { requester: { email: 'bela@customer.test', name: 'Nagy Béla' } };
  await written(world, agent, { subject: 'Kettle refund', tags: ['refund'], assigneeId: agent.actor.id });
  await written(world, agent, { subject: 'Kettle lid', teamId, priority: 'urgent' });
  const solved = await written(world, agent, { subject: 'Cup refund', ...bela, tags: ['refund', 'vip'] });
  await written(world, agent, { subject: 'Teapot', ...bela, assigneeId: other.actor.id, language: 'lv' });
  const changed = await changeTicket(agent, { ticketId: solved.ticketId, status: 'solved' });
  if (!changed.ok) throw new Error(changed.error.code);
  await indexTicket(world.db, { workspaceId: world.workspaceId, ticketId: solved.ticketId });
  return { world, agent, other, teamId };
}

const subjects = async (ctx: StaffContext, q: string) =>
  (await findTickets(ctx, { q, limit: 20 })).hits.map(({ subject }) => subject).sort();

test('words and conditions narrow each other, in each language', async () => {
  const { agent, other, world } = await desk();
  const asked: readonly (readonly [string, readonly string[]])[] = [
    ['refund', ['Cup refund', 'Kettle refund']],
    ['refund status:solved', ['Cup refund']],
    ['refund állapot:megoldva', ['Cup refund']],
    ['tag:refund -tag:vip', ['Kettle refund']],
    ['birka:refund -birka:vip', ['Kettle refund']],
    ['from:"nagy bela"', ['Cup refund', 'Teapot']],
    ['from:bela@customer.test is:open', ['Teapot']],
    ['assignee:me', ['Kettle refund']],
    ['felelős:janis', ['Teapot']],
    ['assignee:none', ['Cup refund', 'Kettle lid']],
    ['team:szamlazas', ['Kettle lid']],
    ['csapat:csapataim', ['Kettle lid']],
    ['priority:urgent,high', ['Kettle lid']],
    ['language:lv', ['Teapot']],
    ['kettle -priority:urgent', ['Cup refund', 'Kettle refund', 'Teapot']],
    ['created:today', ['Cup refund', 'Kettle lid', 'Kettle refund', 'Teapot']],
    ['before:2026-03-04', []],
    ['after:today-7 subject:kettle', ['Kettle lid', 'Kettle refund']],
    ['has:attachment', []],
    ['-has:attachment refund', ['Cup refund', 'Kettle refund']],
  ];
  for (const [q, expected] of asked) expect([q, await subjects(agent, q)]).toEqual([q, expected]);
  expect(await subjects(other, 'assignee:me')).toEqual(['Teapot']);
  expect(await subjects({ ...agent, now: world.now }, 'is:spam')).toEqual([]);
});

test('unread is what happened since the reader looked', async () => {
  const { world, agent } = await desk();
  const { workspaceId, db } = world;
  await db.membership.updateMany({
    where: { workspaceId },
    data: { unreadFrom: new Date('2026-03-01T00:00:00Z') },
  });
  const all = await subjects(agent, 'is:unread');
  expect(all).toHaveLength(4);
  const seen = await db.ticket.findFirstOrThrow({ where: { workspaceId, subject: 'Teapot' } });
  const at = { workspaceId, userId: agent.actor.id ?? '', ticketId: seen.id };
  await db.ticketSeen.create({ data: { ...at, seenAt: world.now() } });
  expect(await subjects(agent, 'is:unread')).toEqual(all.filter((subject) => subject !== 'Teapot'));
  expect(await subjects(agent, '-is:unread')).toEqual(['Teapot']);
});

test('nothing is searched for while a part is not understood, so that no condition is lost in silence', async () => {
  const { agent } = await desk();
  const found = await findTickets(agent, { q: 'refund tag:nothing', limit: 20 });
  expect(found).toMatchObject({
    hits: [],
    next: null,
    problems: [{ code: 'unknown_name', value: 'nothing' }],
  });
  expect((await findTickets(agent, { q: 'refund statsu:x', limit: 20 })).problems).toMatchObject([
    { code: 'unknown_key' },
  ]);
});

test('only what one may see is found, and names of other workspaces mean nothing here', async () => {
  const { world, teamId } = await desk();
  const own = await world.member({ scope: 'own' });
  expect(await subjects(own, 'is:open')).toEqual([]);
  const elsewhere = await world.member({ scope: 'team', teamIds: [await world.team()] });
  expect(await subjects(elsewhere, 'is:open')).toEqual(['Kettle refund', 'Teapot']);
  expect(await subjects(elsewhere, 'team:szamlazas')).toEqual([]);
  expect(await subjects(await world.member({ scope: 'team', teamIds: [teamId] }), 'team:mine')).toEqual([
    'Kettle lid',
  ]);
  const stranger = await (await newWorld()).member();
  for (const q of [
    'tag:refund',
    'team:szamlazas',
    'assignee:janis',
    'from:bela@customer.test',
    'from:bela',
  ]) {
    expect((await findTickets(stranger, { q, limit: 20 })).problems).toMatchObject([
      { code: 'unknown_name' },
    ]);
  }
  expect(await subjects(stranger, 'is:open')).toEqual([]);
});

test('pages go on where the last one ended', async () => {
  const { agent } = await desk();
  const read: string[] = [];
  let after: Parameters<typeof findTickets>[1]['after'] = null;
  do {
    const page = await findTickets(agent, { q: 'created:today', limit: 3, after });
    read.push(...page.hits.map(({ subject }) => subject));
    after = page.next;
  } while (after);
  expect(read).toEqual(['Teapot', 'Cup refund', 'Kettle lid', 'Kettle refund']);
});

test('what was searched for is kept as a view that asks the same', async () => {
  const { agent } = await desk();
  const begun = await viewOfSearch(agent, 'tag:refund before:2027 is:open');
  expect(Object.values(begun?.names ?? {})).toContain('refund');
  await newView(agent, { conditions: begun?.conditions });
  expect(await viewOfSearch(agent, 'is:unread')).toBeNull();
});

test('a member of one team finds nothing of another, by words, numbers, addresses or slips', async () => {
  const { world, teamId } = await desk();
  const { workspaceId, db } = world;
  await db.ticket.updateMany({ where: { workspaceId }, data: { teamId, assigneeId: null } });
  const elsewhere = await world.member({ scope: 'team', teamIds: [await world.team()] });
  const { number } = await db.ticket.findFirstOrThrow({ where: { workspaceId, subject: 'Teapot' } });
  for (const q of [
    'refund',
    'kettel refund',
    String(number),
    `#${number}`,
    'bela@customer.test',
    'tag:refund',
    'from:bela',
    'is:unread',
    '-is:spam',
    'team:szamlazas',
    'created:today',
  ]) {
    expect([q, await findTickets(elsewhere, { q, limit: 20 })]).toMatchObject([
      q,
      { hits: [], next: null, corrected: [], problems: [] },
    ]);
  }
});

const counting = countingDatabase();
afterAll(() => counting.close());

test('a page of what was found costs the same for few and for many', async () => {
  const { world, agent } = await desk();
  const ctx = { ...agent, db: counting.db };
  const cost = async (q: string) => {
    const look = async () => {
      const { hits, words } = await findTickets(ctx, { q, limit: 50 });
      await listTickets(
        ctx,
        hits.map(({ id }) => id),
      );
      await searchCustomers(ctx, { q: words, limit: 4 });
      await findPublished(ctx, { locale: 'en', text: words, most: 4 });
    };
    await look();
    counting.statements();
    await look();
    return counting.statements().filter((statement) => !/^(begin|commit|set)/i.test(statement)).length;
  };
  const searches = ['kettle', 'is:open tag:refund', 'kettle from:anna is:open'];
  const few: number[] = [];
  for (const q of searches) few.push(await cost(q));
  for (let made = 0; made < 12; made++) {
    await written(world, agent, { subject: `Kettle ${made} refund`, tags: ['refund'] });
  }
  const many: number[] = [];
  for (const q of searches) many.push(await cost(q));
  // With more than a few hits, words are not tried for slips any more.
  for (const [index, cheap] of many.entries()) expect(cheap).toBeLessThanOrEqual(few[index] ?? 0);
});
