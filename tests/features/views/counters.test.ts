import { expect, test } from 'vitest';
import { countStaleViews } from '@/features/views/commands/count-stale-views';
import { touchViews } from '@/features/views/commands/touch-views';
import { planRefusal } from '@/features/views/plan-guard';
import { listSavedViews } from '@/features/views/saved-views';
import { sql } from '@/server/db/sql';
import { newRuleDesk, type RuleDesk } from '../rules/support';
import { newView, OPEN } from './support';

/** What the worker does with the newest save of a ticket; the names of views that are then to be counted again. */
async function follow({ world }: RuleDesk, ticketId: string): Promise<string[]> {
  const { db, workspaceId } = world;
  const last = await db.ticketEvent.findFirstOrThrow({
    where: { workspaceId, ticketId },
    orderBy: { position: 'desc' },
    select: { at: true },
  });
  await touchViews(world.system('schedule'), [{ ticketId, at: last.at }]);
  const rows = await db.savedView.findMany({
    where: { workspaceId, staleAt: { not: null } },
    orderBy: { name: 'asc' },
    select: { name: true },
  });
  return rows.map(({ name }) => name);
}

const urgent = { field: 'priority', operator: 'is_any_of', values: ['urgent'] };
const high = { field: 'priority', operator: 'is_any_of', values: ['high'] };
const red = (id: string) => ({ field: 'tagIds', operator: 'has_any_of', values: [id] });
const mine = { field: 'assigneeId', operator: 'is_any_of', values: ['me'] };

test('an event has only those views counted again that it can touch, once for all who look', async () => {
  const desk = await newRuleDesk();
  const { world, owner, agent } = desk;
  const first = await world.ticket(agent, { tags: ['red'], assigneeId: owner.actor.id });
  const tag = await world.db.tag.findFirstOrThrow({ where: { workspaceId: world.workspaceId } });
  const view = (name: string, part: unknown) =>
    newView(owner, { name, audience: 'everyone', conditions: { all: [OPEN, part] } });
  await view('High', high);
  await view('Mine', mine);
  await view('Red', red(tag.id));
  await view('Urgent', urgent);
  const counts = async () => (await listSavedViews(agent)).map(({ name, count }) => `${name} ${count}`);
  const settle = () => countStaleViews({ db: world.db, now: world.now });
  expect(await counts()).toEqual(['High 0', 'Mine 0', 'Red 1', 'Urgent 0']);

  world.pass(60);
  await desk.set(first.ticketId, { priority: 'urgent' });
  expect(await follow(desk, first.ticketId)).toEqual(['High', 'Urgent']);
  await settle();
  expect(await counts()).toEqual(['High 0', 'Mine 0', 'Red 1', 'Urgent 1']);

  world.pass(60);
  await desk.set(first.ticketId, { assigneeId: agent.actor.id });
  // It stands in “Red” and “Urgent”, where it is now another person’s; of “High” it is no part.
  expect(await follow(desk, first.ticketId)).toEqual(['Mine', 'Red', 'Urgent']);
  await settle();
  expect(await counts()).toEqual(['High 0', 'Mine 1', 'Red 1', 'Urgent 1']);

  world.pass(60);
  const second = await world.ticket(agent, { priority: 'high' });
  expect(await follow(desk, second.ticketId)).toEqual(['High']);
  await settle();
  world.pass(60);
  await desk.set(first.ticketId, { status: 'solved' });
  expect(await follow(desk, first.ticketId)).toEqual(['High', 'Mine', 'Red', 'Urgent']);
  await settle();
  expect(await counts()).toEqual(['High 1', 'Mine 0', 'Red 0', 'Urgent 0']);

  world.pass(60);
  await desk.set(second.ticketId, { type: 'complaint' });
  expect(await follow(desk, second.ticketId)).toEqual([]);
});

test('a view that cannot be counted keeps no other from being counted', async () => {
  const desk = await newRuleDesk();
  const { world, agent, owner } = desk;
  const broken = await newView(owner, { name: 'Broken', audience: 'everyone' });
  const whole = await newView(owner, { name: 'Whole', audience: 'everyone' });
  const { ticketId } = await world.ticket(agent, {});
  await follow(desk, ticketId);
  const { db, workspaceId } = world;
  const long = new Date(world.now().getTime() - 60_000);
  const conditions = { field: 'nothing that is known', operator: 'is_any_of', values: ['x'] };
  await db.savedView.updateMany({ where: { workspaceId, id: broken }, data: { conditions, staleAt: long } });
  await countStaleViews({ db, now: world.now });
  const stale = await db.savedView.findMany({
    where: { workspaceId, staleAt: { not: null } },
    select: { id: true },
  });
  expect(stale).toEqual([{ id: broken }]);
  expect((await listSavedViews(agent)).find(({ id }) => id === whole)?.count).toBe(1);
  await db.savedView.deleteMany({ where: { workspaceId, id: broken } });
});

test('a count that did not see a save is made once more', async () => {
  const desk = await newRuleDesk();
  const { world, agent, owner } = desk;
  await newView(owner, { name: 'Open', audience: 'everyone' });
  const { ticketId } = await world.ticket(agent, {});
  expect(await follow(desk, ticketId)).toEqual(['Open']);
  const where = { workspaceId: world.workspaceId };
  let marked: Promise<unknown> = Promise.resolve();
  await world.db.$transaction(async (tx) => {
    await tx.savedView.updateMany({ where, data: { staleAt: null } });
    marked = follow(desk, ticketId);
    // The note waits for the transaction that holds the view.
    await tx.$queryRaw`${sql`select 1`}`;
  });
  expect(await marked).toEqual(['Open']);
});

test('counters that time alone makes wrong are counted again when somebody looks, at most once a minute', async () => {
  const desk = await newRuleDesk();
  const { world, agent, owner } = desk;
  await world.ticket(agent, {});
  const fresh = { field: 'sinceCreated', operator: 'elapsed_less_than', values: ['60'] };
  await newView(owner, { name: 'Fresh', audience: 'everyone', conditions: fresh });
  const count = async () => (await listSavedViews(agent))[0]?.count;
  const stale = () =>
    world.db.savedView.count({ where: { workspaceId: world.workspaceId, staleAt: { not: null } } });
  world.pass(30);
  expect([await count(), await stale()]).toEqual([1, 0]);
  world.pass(2 * 3600);
  expect([await count(), await stale()]).toEqual([1, 1]);
  await countStaleViews({ db: world.db, now: world.now });
  expect([await count(), await stale()]).toEqual([0, 0]);
});

test('a view that the database reckons too dear is refused, without a ticket being read', async () => {
  const { world } = await newRuleDesk();
  const at = { workspaceId: world.workspaceId, now: world.now(), timeZone: 'Europe/Riga' };
  expect(await planRefusal(world.db, at, { conditions: OPEN })).toBeNull();
  expect(await planRefusal(world.db, at, { conditions: OPEN, most: 0 })).toEqual({ code: 'view.costly' });
});
