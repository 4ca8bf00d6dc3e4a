import { expect, test } from 'vitest';
import { VIEWS } from '@/domain/view/view';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { foldOpenCounts } from '@/features/views/commands/fold-open-counts';
import { countViews, listView } from '@/features/views/queries';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';

const idOf = (ctx: StaffContext) => ctx.actor.id ?? '';

async function office() {
  const world = await newWorld();
  const [returns, sales] = [await world.team('Returns'), await world.team('Sales')];
  const [me, other] = [
    await world.member({ teamIds: [returns] }),
    await world.member({ teamIds: [sales], scope: 'team' }),
  ];
  const lead = await world.member({ role: 'manager', scope: 'own' });
  const readers = [me, other, lead];
  /** What each reader sees in the lists, and what stands beside their names. */
  const both = async () => {
    const counted = await Promise.all(readers.map(countViews));
    const listed = await Promise.all(
      readers.map(async (reader, index) => {
        const views = VIEWS.filter((view) => view in (counted[index] ?? {}));
        const sizes = await Promise.all(
          views.map(async (view) => (await listView(reader, { view })).rows.length),
        );
        return Object.fromEntries(views.map((view, at) => [view, sizes[at]]));
      }),
    );
    return { counted, listed };
  };
  const { workspaceId, db } = world;
  const rows = () => db.openCount.findMany({ where: { workspaceId } });
  return { world, me, other, lead, returns, sales, both, rows };
}

test('counters follow each save at once: given, moved, solved, spam, trash and merged alike', async () => {
  const { world, me, other, lead, returns, sales, both } = await office();
  const { db, workspaceId } = world;
  const ids: string[] = [];
  for (let made = 0; made < 8; made += 1) ids.push((await world.ticket(me)).ticketId);
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = ids;
  const steps: readonly (() => Promise<unknown>)[] = [
    () => changeTicket(me, { ticketId: first, assigneeId: idOf(me), teamId: returns }),
    () => changeTicket(me, { ticketId: second, assigneeId: idOf(other), teamId: sales }),
    () => changeTicket(me, { ticketId: third, teamId: sales, assigneeId: idOf(lead) }),
    () => changeTicket(me, { ticketId: first, assigneeId: idOf(other) }),
    () => changeTicket(me, { ticketId: second, status: 'solved' }),
    () => changeTicket(me, { ticketId: second, status: 'open' }),
    () => changeTicket(me, { ticketId: fourth, spam: true }),
    () => changeTicket(lead, { ticketId: third, trash: true }),
    () =>
      db.ticket.update({
        where: { workspaceId_id: { workspaceId, id: fifth } },
        data: { mergedIntoId: first },
      }),
    () => db.ticket.updateMany({ where: { workspaceId, id: first }, data: { promiseState: 'at_risk' } }),
    () => db.ticket.updateMany({ where: { workspaceId, id: second }, data: { promiseState: 'broken' } }),
  ];
  for (const step of steps) {
    world.pass(60);
    await step();
    const { counted, listed } = await both();
    expect(counted).toEqual(listed);
  }
  expect((await both()).counted[0]).toEqual({
    ...{ mine: 0, team: 1, unassigned: 3, open: 5 },
    ...{ promises_at_risk: 1, promises_broken: 1 },
  });
});

test('rows of many saves become one for each person and team, and the counters stay what they are', async () => {
  const { world, me, returns, both, rows } = await office();
  for (let made = 0; made < 4; made += 1) {
    const { ticketId } = await world.ticket(me);
    world.pass(60);
    await changeTicket(me, { ticketId, teamId: returns, assigneeId: made % 2 ? idOf(me) : null });
  }
  const before = await both();
  expect(await rows()).toHaveLength(12);
  await foldOpenCounts(world, 13);
  expect(await rows()).toHaveLength(12);
  await foldOpenCounts(world, 12);
  expect((await rows()).map(({ tickets, assigneeId }) => [tickets, assigneeId]).sort()).toEqual(
    [
      [2, null],
      [2, idOf(me)],
    ].sort(),
  );
  expect(await both()).toEqual(before);
  await Promise.all([foldOpenCounts(world, 1), foldOpenCounts(world, 1), world.ticket(me)]);
  const { counted, listed } = await both();
  expect(counted).toEqual(listed);
});

test('tickets that are erased count nowhere', async () => {
  const { world, me, rows } = await office();
  await world.ticket(me);
  const { db, workspaceId } = world;
  await db.ticketEvent.deleteMany({ where: { workspaceId } });
  await db.message.deleteMany({ where: { workspaceId } });
  await db.ticket.deleteMany({ where: { workspaceId } });
  expect((await rows()).reduce((sum, { tickets }) => sum + tickets, 0)).toBe(0);
  expect(await countViews(me)).toMatchObject({ open: 0 });
});
