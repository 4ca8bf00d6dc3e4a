import { expect, test } from 'vitest';
import { changeEach } from '@/features/tickets/commands/change-each';
import { changeEachInput, EACH_LIMIT } from '@/features/tickets/commands/change-each-fields';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import type { DeskUpdateInput } from '@/features/tickets/inputs';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../../support/world';
import { ticketOf, type World, withTicket } from '../support';

async function each(ctx: StaffContext, changes: readonly DeskUpdateInput[]) {
  const changed = await changeEach(ctx, changeEachInput.parse({ changes }));
  if (!changed.ok) throw new Error(changed.error.code);
  return changed.value.outcomes;
}

const undoOf = (outcomes: Awaited<ReturnType<typeof each>>) => outcomes.flatMap(({ undo }) => undo ?? []);

const standing = async (world: World, id: string) => {
  const { status, priority, assigneeId, spam, snoozedUntil } = await ticketOf(world, id);
  const tags = await world.db.ticketTag.findMany({
    where: { workspaceId: world.workspaceId, ticketId: id },
    select: { tag: { select: { name: true } } },
  });
  return { status, priority, assigneeId, spam, snoozedUntil, tags: tags.map(({ tag }) => tag.name).sort() };
};

test('several tickets are changed alike, and taken back each to what it was', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const other = await world.ticket(ctx, { tags: ['kettle', 'urgent'], priority: 'high' });
  await changeTicket(ctx, { ticketId, status: 'on_hold' });
  const ids = [ticketId, other.ticketId];
  const before = await Promise.all(ids.map((id) => standing(world, id)));

  const snoozedUntil = new Date(world.now().getTime() + 3_600_000);
  const patch = { priority: 'urgent', addTags: ['vip'], removeTags: ['kettle'], snoozedUntil } as const;
  const outcomes = await each(
    ctx,
    ids.map((id) => ({ ticketId: id, ...patch, addTags: ['vip'], removeTags: ['kettle'] })),
  );
  expect(outcomes.map(({ problem }) => problem)).toEqual([null, null]);
  expect(await standing(world, other.ticketId)).toMatchObject({
    ...{ status: 'pending', priority: 'urgent', snoozedUntil },
    tags: ['urgent', 'vip'],
  });

  await each(ctx, undoOf(outcomes));
  const after = await Promise.all(ids.map((id) => standing(world, id)));
  // Nobody can make a ticket new again.
  expect(after).toEqual([before[0], { ...before[1], status: 'open' }]);
});

test('one that cannot be changed holds up no other', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const closed = await world.ticket(ctx);
  await world.db.ticket.updateMany({ where: { id: closed.ticketId }, data: { status: 'closed' } });
  const elsewhere = await withTicket();
  const ids = [closed.ticketId, elsewhere.ticketId, ticketId];
  const outcomes = await each(
    ctx,
    ids.map((id) => ({ ticketId: id, priority: 'low' })),
  );
  expect(outcomes.map(({ problem }) => problem)).toEqual(['ticket.closed', 'not_found', null]);
  expect(outcomes.map(({ undo }) => undo !== null)).toEqual([false, false, true]);
  expect((await ticketOf(elsewhere.world, elsewhere.ticketId)).priority).toBe('normal');
});

test('taking back spares what somebody else has set since', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const outcomes = await each(ctx, [{ ticketId, priority: 'urgent', type: 'complaint' }]);
  await changeTicket(await world.member(), { ticketId, priority: 'high' });
  await each(ctx, undoOf(outcomes));
  expect(await ticketOf(world, ticketId)).toMatchObject({ priority: 'high', type: 'question' });
});

test('what changes nothing has nothing to take back', async () => {
  const { ctx, ticketId } = await withTicket();
  expect(await each(ctx, [{ ticketId, priority: 'normal', removeTags: ['none'] }])).toEqual([
    { ticketId, problem: null, undo: null },
  ]);
});

test('an agent of another team changes nothing there, and there is an end to how many', async () => {
  const world = await newWorld();
  const teamId = await world.team('Repairs');
  const { ticketId } = await world.ticket(await world.member(), { teamId });
  const stranger = await world.member({ scope: 'team' });
  expect(await each(stranger, [{ ticketId, priority: 'low' }])).toMatchObject([{ problem: 'not_found' }]);
  const many = Array.from({ length: EACH_LIMIT + 1 }, () => ({ ticketId, priority: 'low' }));
  expect(changeEachInput.safeParse({ changes: many }).success).toBe(false);
});
