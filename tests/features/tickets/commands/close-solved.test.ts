import { expect, test } from 'vitest';
import { closeSolvedTickets } from '@/features/tickets/commands/close-solved';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { historyOf, ticketOf, type World, withTicket } from '../support';

const DAY = 86_400;

/** Long before all other tests, whose solved tickets the sweep would close as well. */
async function aSolvedTicket() {
  const given = await withTicket({ at: '2020-01-06T09:00:00Z' });
  await changeTicket(given.ctx, { ticketId: given.ticketId, status: 'solved' });
  return given;
}

const statusOf = async (world: World, ticketId: string) => (await ticketOf(world, ticketId)).status;

test('a ticket closes once its quiet period is over, not a second before, and only once', async () => {
  const { world, ticketId } = await aSolvedTicket();
  world.pass(7 * DAY - 1);
  await closeSolvedTickets(world.db, world.now());
  expect(await statusOf(world, ticketId)).toBe('solved');

  world.pass(1);
  expect(await closeSolvedTickets(world.db, world.now())).toBeGreaterThan(0);
  expect(await ticketOf(world, ticketId)).toMatchObject({
    status: 'closed',
    closedAt: world.now(),
    active: false,
  });
  const history = await historyOf(world, ticketId);

  await closeSolvedTickets(world.db, world.now());
  expect(await historyOf(world, ticketId)).toEqual(history);
});

test('each workspace has its own period, and 0 days never close', async () => {
  const [soon, never] = [await aSolvedTicket(), await aSolvedTicket()];
  const days = (world: World, closeAfterDays: number) =>
    world.db.workspace.update({ where: { id: world.workspaceId }, data: { closeAfterDays } });
  await days(soon.world, 1);
  await days(never.world, 0);
  soon.world.pass(DAY);
  await closeSolvedTickets(soon.world.db, soon.world.now());
  expect(await statusOf(soon.world, soon.ticketId)).toBe('closed');
  expect(await statusOf(never.world, never.ticketId)).toBe('solved');
});

test('a ticket that was taken up again stays open', async () => {
  const { world, ctx, ticketId } = await aSolvedTicket();
  await changeTicket(ctx, { ticketId, status: 'open' });
  world.pass(30 * DAY);
  await closeSolvedTickets(world.db, world.now());
  expect(await statusOf(world, ticketId)).toBe('open');
});

test('several sweeps at once close each ticket once', async () => {
  const { world, ctx, ticketId } = await aSolvedTicket();
  const others = [await world.ticket(ctx), await world.ticket(ctx), await world.ticket(ctx)];
  for (const other of others) await changeTicket(ctx, { ticketId: other.ticketId, status: 'solved' });
  world.pass(8 * DAY);
  await Promise.all([1, 2, 3].map(() => closeSolvedTickets(world.db, world.now())));
  for (const id of [ticketId, ...others.map((other) => other.ticketId)]) {
    const history = await historyOf(world, id);
    expect(history.filter((type) => type === 'ticket.status_changed')).toHaveLength(2);
  }
});
