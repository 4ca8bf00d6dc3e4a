import { afterAll, expect, test } from 'vitest';
import type { TicketStatus } from '@/domain/ticket/ticket';
import { cardsAfter, cardsOf, getBoard } from '@/features/views/board';
import { COLUMN_COUNT_LIMIT } from '@/features/views/page-size';
import type { StaffContext } from '@/server/context';
import { countingDatabase } from '../../support/counting-database';
import { newWorld } from '../../support/world';

type World = Awaited<ReturnType<typeof newWorld>>;

/** Puts tickets straight into the table, one a minute. */
async function fill(
  world: World,
  count: number,
  over: { status: TicketStatus; teamId?: string; assigneeId?: string },
) {
  const { workspaceId, db } = world;
  const requesterId = world.system().newId();
  await db.customer.create({ data: { workspaceId, id: requesterId, displayName: 'Bērziņa Ilze' } });
  const before = await db.ticket.count({ where: { workspaceId } });
  await db.ticket.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      ...{ workspaceId, requesterId, id: world.system().newId(), number: before + index + 1 },
      ...{ subject: `Ticket ${before + index + 1}`, channel: 'email' as const },
      active: over.status !== 'solved' && over.status !== 'closed',
      ...{ createdAt: world.now(), updatedAt: world.now() },
      activityAt: new Date(world.now().getTime() + (before + index) * 60_000),
      ...over,
    })),
  });
}

const shown = async (ctx: StaffContext, view: 'open' | 'mine' | 'team' | 'unassigned') =>
  Object.fromEntries(
    (await getBoard(ctx, view)).map(({ status, rows, count }) => [
      status,
      [rows.map(({ number }) => number), count],
    ]),
  );

test('tickets stand in the column of their status, newest activity first; what is closed stands in none', async () => {
  const world = await newWorld();
  const agent = await world.member();
  for (const status of ['new', 'open', 'open', 'on_hold', 'solved', 'closed'] as const)
    await fill(world, 1, { status });
  expect(await shown(agent, 'open')).toEqual({
    ...{ new: [[1], 1], open: [[3, 2], 2], pending: [[], 0] },
    ...{ on_hold: [[4], 1], solved: [[5], 1] },
  });
});

test('a long column shows twenty, counts to two hundred, and goes on where it ended', async () => {
  const world = await newWorld();
  const agent = await world.member();
  await fill(world, COLUMN_COUNT_LIMIT + 30, { status: 'pending' });
  const column = (await getBoard(agent, 'open')).find(({ status }) => status === 'pending');
  expect(column?.rows).toHaveLength(20);
  expect(column?.count).toBe(COLUMN_COUNT_LIMIT + 1);
  const after = column?.rows.at(-1);
  if (!after) throw new Error('twenty cards expected');
  const further = await cardsAfter(agent, { view: 'open', status: 'pending', after, limit: 30 });
  expect(further.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => 210 - index));
  expect(await cardsAfter(agent, { view: 'open', status: 'pending', after, limit: 5_000 })).toHaveLength(100);
  expect(await cardsAfter(agent, { view: 'open', status: 'open', after, limit: 30 })).toEqual([]);
});

test('nobody sees more on a board than in the list, and nothing of another workspace', async () => {
  const world = await newWorld();
  const [returns, sales] = [await world.team(), await world.team()];
  const agent = await world.member({ scope: 'team', teamIds: [returns] });
  const other = await world.member({ teamIds: [sales] });
  await fill(world, 1, { status: 'open', teamId: returns });
  await fill(world, 1, { status: 'open', teamId: sales, assigneeId: other.actor.id as string });
  await fill(world, 1, { status: 'solved', teamId: sales, assigneeId: other.actor.id as string });
  await fill(world, 1, { status: 'solved', teamId: returns });
  const nothing = { new: [[], 0], pending: [[], 0], on_hold: [[], 0] };
  expect(await shown(agent, 'open')).toEqual({ ...nothing, open: [[1], 1], solved: [[4], 1] });
  expect(await shown(other, 'mine')).toEqual({ ...nothing, open: [[2], 1], solved: [[3], 1] });
  expect(await shown({ ...agent, actor: { ...agent.actor, scope: 'own' } }, 'unassigned')).toEqual({
    ...nothing,
    ...{ open: [[], 0], solved: [[], 0] },
  });
  const stranger = await (await newWorld()).member();
  expect(await shown(stranger, 'open')).toEqual({ ...nothing, open: [[], 0], solved: [[], 0] });
});

test('of chosen tickets those come that stand on the board', async () => {
  const world = await newWorld();
  const agent = await world.member();
  await fill(world, 1, { status: 'pending', assigneeId: agent.actor.id as string });
  await fill(world, 1, { status: 'closed', assigneeId: agent.actor.id as string });
  await fill(world, 1, { status: 'open' });
  const all = await world.db.ticket.findMany({
    where: { workspaceId: world.workspaceId },
    select: { id: true },
  });
  const ids = all.map(({ id }) => id);
  const numbers = async (ctx: StaffContext, view: 'mine' | 'open') =>
    (await cardsOf(ctx, view, ids)).map(({ number }) => number).sort();
  expect(await numbers(agent, 'mine')).toEqual([1]);
  expect(await numbers(agent, 'open')).toEqual([1, 3]);
  expect(await numbers(await (await newWorld()).member(), 'open')).toEqual([]);
});

const counting = countingDatabase();
afterAll(() => counting.close());

test('a board costs two statements, further cards one', async () => {
  const world = await newWorld();
  const agent = await world.member({ scope: 'team', teamIds: [await world.team(), await world.team()] });
  await fill(world, 30, { status: 'open' });
  const ctx = { ...agent, db: counting.db };
  await getBoard(ctx, 'open');
  counting.statements();
  const board = await getBoard(ctx, 'open');
  expect(counting.statements()).toHaveLength(2);
  const after = board[1]?.rows.at(-1);
  if (!after) throw new Error('cards expected');
  expect(await cardsAfter(ctx, { view: 'open', status: 'open', after, limit: 20 })).toHaveLength(10);
  expect(counting.statements()).toHaveLength(1);
});
