import { expect, test } from 'vitest';
import { cancelScheduledMessages } from '@/features/tickets/commands/cancel-scheduled';
import { findTicket } from '@/features/tickets/store';
import { answer, type World, withTicket } from '../support';

const tomorrow = new Date('2026-03-03T08:00:00Z');

async function cancel(world: World, ticketId: string) {
  const ctx = world.system();
  return world.db.$transaction(async (tx) => {
    const ticket = await findTicket(tx, ctx, ticketId);
    if (!ticket) throw new Error('no ticket');
    return cancelScheduledMessages(tx, ctx, ticket, ctx.now());
  });
}

test('planned mails are called off, and say why', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const one = await answer(ctx, { ticketId, sendAt: tomorrow });
  const two = await answer(ctx, { ticketId, sendAt: tomorrow });
  expect(await cancel(world, ticketId)).toEqual(
    [one, two]
      .sort()
      .map((messageId) => ({ type: 'message.cancelled', messageId, reason: 'customer_wrote' })),
  );
  const { workspaceId } = world;
  const mails = await world.db.outgoingMail.findMany({ where: { workspaceId } });
  expect(mails.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  expect(await world.db.message.findFirst({ where: { workspaceId, id: one } })).toMatchObject({
    delivery: 'cancelled',
    deliveryDetail: 'customer_wrote',
    html: '<p>Try the other socket.</p>',
  });
});

test('an answer that is only within its undo time still leaves', async () => {
  const { world, ctx, ticketId } = await withTicket();
  await answer(ctx, { ticketId });
  expect(await cancel(world, ticketId)).toEqual([]);
});

test('what has begun to leave, and what belongs to another ticket, is not touched', async () => {
  const { world, ctx, ticketId } = await withTicket();
  const other = await world.ticket(ctx);
  const leaving = await answer(ctx, { ticketId, sendAt: tomorrow });
  const elsewhere = await answer(ctx, { ticketId: other.ticketId, sendAt: tomorrow });
  const { workspaceId } = world;
  await world.db.outgoingMail.updateMany({
    where: { workspaceId, messageId: leaving },
    data: { state: 'sending' },
  });
  expect(await cancel(world, ticketId)).toEqual([]);
  const messages = await world.db.message.findMany({
    where: { workspaceId, id: { in: [leaving, elsewhere] } },
  });
  expect(messages.map(({ delivery }) => delivery)).toEqual(['queued', 'queued']);
});
