import { expect, test } from 'vitest';
import { tellOfSave } from '@/features/notifications/commands/tell-of-save';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { wakeSnoozedTickets } from '@/features/tickets/commands/wake-snoozed';
import { getTicketPage } from '@/features/tickets/queries';
import { listTickets } from '@/features/views/queries';
import { historyOf, ticketOf, type World, withTicket } from '../support';

const HOUR = 3600;

/** Long before all other tests, whose tickets the sweep would wake as well. */
async function asleep() {
  const given = await withTicket({ at: '2019-01-07T09:00:00Z' });
  const { world, ctx, ticketId } = given;
  const other = await world.member();
  await changeTicket(ctx, { ticketId, assigneeId: other.actor.id });
  const snoozedUntil = new Date(world.now().getTime() + HOUR * 1000);
  expect(await changeTicket(ctx, { ticketId, snoozedUntil })).toMatchObject({ ok: true });
  return { ...given, other, snoozedUntil };
}

const stateOf = async (world: World, ticketId: string) => {
  const { status, snoozedUntil } = await ticketOf(world, ticketId);
  return { status, snoozedUntil };
};

test('a ticket wakes at its time, not a second before, and once only', async () => {
  const { world, ticketId, snoozedUntil } = await asleep();
  world.pass(HOUR - 1);
  await wakeSnoozedTickets(world.db, world.now());
  expect(await stateOf(world, ticketId)).toEqual({ status: 'pending', snoozedUntil });

  world.pass(1);
  await Promise.all([1, 2, 3].map(() => wakeSnoozedTickets(world.db, world.now())));
  expect(await stateOf(world, ticketId)).toEqual({ status: 'open', snoozedUntil: null });
  const woken = (await historyOf(world, ticketId)).filter((type) => type === 'ticket.woken');
  expect(woken).toHaveLength(1);
});

test('whoever has it and whoever put it away are told, each once', async () => {
  const { world, ctx, ticketId, other } = await asleep();
  world.pass(HOUR);
  await wakeSnoozedTickets(world.db, world.now());
  for (let i = 0; i < 2; i++) await tellOfSave(world.system(), { ticketId, at: world.now() });
  const told = await world.db.notification.findMany({
    where: { workspaceId: world.workspaceId, kind: 'woken' },
    select: { userId: true },
  });
  expect(told.map(({ userId }) => userId).sort()).toEqual([ctx.actor.id, other.actor.id].sort());
});

test('a later time counts, and a ticket that was taken up does not come back', async () => {
  const [later, taken] = [await asleep(), await asleep()];
  const snoozedUntil = new Date(later.world.now().getTime() + 2 * HOUR * 1000);
  await changeTicket(later.ctx, { ticketId: later.ticketId, snoozedUntil });
  await changeTicket(taken.ctx, { ticketId: taken.ticketId, status: 'solved' });
  later.world.pass(HOUR);
  await wakeSnoozedTickets(later.world.db, later.world.now());
  expect(await stateOf(later.world, later.ticketId)).toEqual({ status: 'pending', snoozedUntil });
  expect(await stateOf(taken.world, taken.ticketId)).toEqual({ status: 'solved', snoozedUntil: null });
});

test('a time that is over is refused, and the page and the list say until when it sleeps', async () => {
  const { world, ctx, ticketId, number, snoozedUntil } = await asleep();
  expect(await changeTicket(ctx, { ticketId, snoozedUntil: world.now() })).toEqual({
    ok: false,
    error: { code: 'snooze.past' },
  });
  expect(await getTicketPage(ctx, number)).toMatchObject({ ticket: { snoozedUntil } });
  expect(await listTickets(ctx, [ticketId])).toMatchObject([{ snoozedUntil }]);
});
