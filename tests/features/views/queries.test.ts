import { PrismaPg } from '@prisma/adapter-pg';
import { describe, expect, test } from 'vitest';
import type { TicketStatus } from '@/domain/ticket/ticket';
import type { View } from '@/domain/view/view';
import { PAGE_SIZE } from '@/features/views/page-size';
import { COUNT_LIMIT, countViews, getNeighbours, idsOfView, listView } from '@/features/views/queries';
import type { StaffContext } from '@/server/context';
import { PrismaClient } from '@/server/db/generated/client';
import { env } from '@/server/env';
import { newWorld } from '../../support/world';

type World = Awaited<ReturnType<typeof newWorld>>;
type Over = { assigneeId?: string | null; teamId?: string | null; status?: TicketStatus; spam?: boolean };

/** Puts tickets straight into the table, one a minute, so that a list of hundreds is made in an instant. */
async function fill(world: World, count: number, over: Over = {}) {
  const { workspaceId, db } = world;
  const requesterId = world.system().newId();
  await db.customer.create({ data: { workspaceId, id: requesterId, displayName: 'Bērziņa Ilze' } });
  const [last] = await db.ticket.findMany({
    where: { workspaceId },
    orderBy: { number: 'desc' },
    take: 1,
    select: { number: true },
  });
  const start = (last?.number ?? 0) + 1;
  const status = over.status ?? 'open';
  await db.ticket.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      workspaceId,
      id: world.system().newId(),
      number: start + index,
      subject: `Ticket ${start + index}`,
      channel: 'email' as const,
      requesterId,
      active: status !== 'solved' && status !== 'closed',
      createdAt: world.now(),
      updatedAt: world.now(),
      activityAt: new Date(world.now().getTime() + (start + index) * 60_000),
      ...over,
      status,
    })),
  });
}

const numbers = async (ctx: StaffContext, view: View) =>
  (await listView(ctx, { view })).rows.map((row) => row.number);
const idOf = (ctx: StaffContext) => ctx.actor.id as string;

describe('a list', () => {
  test('shows all that a line needs', async () => {
    const world = await newWorld();
    const teamId = await world.team('Returns');
    const agent = await world.member({ name: 'Kovács Jenő' });
    const { ticketId, number } = await world.ticket(agent, {
      subject: 'Kanna törött',
      priority: 'high',
      tags: ['vip', 'kettle'],
      assigneeId: idOf(agent),
      teamId,
    });
    const { rows } = await listView(agent, { view: 'mine' });
    expect(rows).toEqual([
      {
        id: ticketId,
        number,
        subject: 'Kanna törött',
        preview: 'My kettle is broken.',
        channel: 'web',
        status: 'open',
        priority: 'high',
        activityAt: world.now(),
        lastDirection: 'inbound',
        requesterId: expect.any(String),
        requester: 'Anna Ozola',
        assigneeId: idOf(agent),
        assignee: 'Kovács Jenő',
        teamId,
        team: 'Returns',
        tags: ['kettle', 'vip'],
        nextDueAt: null,
        nextDueMetric: null,
        promiseState: null,
        promiseDueAt: null,
        snoozedUntil: null,
        unread: false,
      },
    ]);
  });

  test('is read page by page without a gap or a double, there and back', async () => {
    const world = await newWorld();
    const agent = await world.member();
    await fill(world, PAGE_SIZE * 2 + 7);
    const first = await listView(agent, { view: 'open' });
    const second = await listView(agent, { view: 'open', after: first.rows.at(-1) ?? null });
    const third = await listView(agent, { view: 'open', after: second.rows.at(-1) ?? null });
    const seen = [first, second, third].flatMap(({ rows }) => rows.map((row) => row.number));
    expect(seen).toEqual(Array.from({ length: PAGE_SIZE * 2 + 7 }, (_, index) => PAGE_SIZE * 2 + 7 - index));
    expect([first.newer, first.older, second.newer, second.older, third.newer, third.older]).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
    const back = await listView(agent, { view: 'open', before: third.rows[0] ?? null });
    expect(back.rows).toEqual(second.rows);
    expect(back).toMatchObject({ newer: true, older: true });
    const top = await listView(agent, { view: 'open', before: second.rows[0] ?? null });
    expect(top.rows).toEqual(first.rows);
    expect(top.newer).toBe(false);
  });

  test('keeps tickets of the same moment apart by their ids', async () => {
    const world = await newWorld();
    const agent = await world.member();
    await fill(world, PAGE_SIZE + 3);
    await world.db.ticket.updateMany({
      where: { workspaceId: world.workspaceId },
      data: { activityAt: world.now() },
    });
    const first = await listView(agent, { view: 'open' });
    const second = await listView(agent, { view: 'open', after: first.rows.at(-1) ?? null });
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(PAGE_SIZE + 3);
  });

  test('leaves out spam, and keeps solved work apart from open work', async () => {
    const world = await newWorld();
    const agent = await world.member();
    await fill(world, 1);
    await fill(world, 1, { spam: true });
    await fill(world, 1, { status: 'solved' });
    await fill(world, 1, { status: 'closed' });
    await fill(world, 1, { status: 'on_hold' });
    expect(await numbers(agent, 'open')).toEqual([5, 1]);
    expect(await numbers(agent, 'solved')).toEqual([4, 3]);
  });

  test('of another workspace stays there', async () => {
    const [mine, theirs] = [await newWorld(), await newWorld()];
    await fill(theirs, 2);
    const agent = await mine.member();
    expect(await numbers(agent, 'open')).toEqual([]);
    expect(await countViews(agent)).toEqual({
      ...{ mine: 0, unassigned: 0, team: 0, open: 0 },
      ...{ promises_at_risk: 0, promises_broken: 0 },
    });
  });
});

describe('what a person may see', () => {
  async function office() {
    const world = await newWorld();
    const [returns, sales] = [await world.team('Returns'), await world.team('Sales')];
    const other = await world.member({ teamIds: [sales] });
    const me = await world.member({ teamIds: [returns] });
    await fill(world, 1, { teamId: returns });
    await fill(world, 1, { teamId: sales, assigneeId: idOf(other) });
    await fill(world, 1, { teamId: sales });
    await fill(world, 1);
    await fill(world, 1, { teamId: sales, assigneeId: idOf(me) });
    await fill(world, 1, { teamId: returns, assigneeId: idOf(me) });
    const as = (scope: 'all' | 'team' | 'own'): StaffContext => ({ ...me, actor: { ...me.actor, scope } });
    return { world, as };
  }

  test.each([
    ['all', { mine: [6, 5], unassigned: [4, 3, 1], team: [6, 1], open: [6, 5, 4, 3, 2, 1] }],
    ['team', { mine: [6, 5], unassigned: [4, 1], team: [6, 1], open: [6, 5, 4, 1] }],
    ['own', { mine: [6, 5], unassigned: [], team: [6], open: [6, 5] }],
  ] as const)('with scope %s, in the lists and in the counters alike', async (scope, expected) => {
    const { as } = await office();
    const counts = await countViews(as(scope));
    for (const view of ['mine', 'unassigned', 'team', 'open'] as const) {
      expect(await numbers(as(scope), view)).toEqual(expected[view]);
      expect(counts[view]).toBe(expected[view].length);
    }
  });
});

test('counters stop counting one after a thousand', async () => {
  const world = await newWorld();
  const agent = await world.member();
  await fill(world, COUNT_LIMIT + 20);
  expect(await countViews(agent)).toMatchObject({
    mine: 0,
    unassigned: COUNT_LIMIT + 1,
    team: 0,
    open: COUNT_LIMIT + 1,
  });
});

describe('neighbours', () => {
  test('are the tickets above and below in the same view, even when the ticket itself has left it', async () => {
    const world = await newWorld();
    const agent = await world.member();
    await fill(world, 3);
    const { rows } = await listView(agent, { view: 'open' });
    const [top, middle, bottom] = rows;
    if (!top || !middle || !bottom) throw new Error('three tickets expected');
    await world.db.ticket.updateMany({
      where: { workspaceId: world.workspaceId, id: middle.id },
      data: { active: false, status: 'solved' },
    });
    const around = await getNeighbours(agent, { view: 'open', at: middle });
    expect([around.newer?.number, around.older?.number]).toEqual([top.number, bottom.number]);
    expect((await getNeighbours(agent, { view: 'open', at: top })).newer).toBeNull();
    expect((await getNeighbours(agent, { view: 'open', at: bottom })).older).toBeNull();
  });
});

test('all tickets of a list are chosen at once, of those that the reader sees, and no more than 500', async () => {
  const world = await newWorld();
  const agent = await world.member();
  await fill(world, 510);
  const { rows } = await listView(agent, { view: 'open' });
  const ids = await idsOfView(agent, 'open');
  expect(ids).toHaveLength(500);
  expect(ids?.slice(0, rows.length)).toEqual(rows.map(({ id }) => id));
  expect(await idsOfView(await world.member({ scope: 'own' }), 'open')).toEqual([]);
  expect(await idsOfView(agent, { viewId: world.workspaceId })).toBeNull();
});

test('a page of a list takes one query, and all counters together one more', async () => {
  const world = await newWorld();
  const agent = await world.member({ scope: 'team', teamIds: [await world.team(), await world.team()] });
  await fill(world, 60);
  const sent: string[] = [];
  const db = new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL }),
    log: [{ emit: 'event', level: 'query' }],
  });
  db.$on('query', ({ query }) => sent.push(query));
  try {
    const ctx: StaffContext = { ...agent, db: db as unknown as StaffContext['db'] };
    expect((await listView(ctx, { view: 'open' })).rows).toHaveLength(PAGE_SIZE);
    expect(sent).toHaveLength(1);
    expect((await countViews(ctx)).open).toBe(60);
    expect(sent).toHaveLength(2);
    // However many tickets there are, none is read for the counters.
    expect(sent[1]).not.toContain('"Ticket"');
  } finally {
    await db.$disconnect();
  }
});
