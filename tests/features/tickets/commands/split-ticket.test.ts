import { expect, test } from 'vitest';
import { mergeTickets } from '@/features/tickets/commands/merge-tickets';
import { splitTicket } from '@/features/tickets/commands/split-ticket';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../../support/world';
import { answer, historyOf, ticketOf, withTicket } from '../support';

/** A ticket with the customer's message, an answer and one more. */
async function conversation() {
  const given = await withTicket();
  const { world, ctx, ticketId, workspaceId } = given;
  world.pass(60);
  const answerId = await answer(ctx, { ticketId, submitAs: 'open' });
  const rows = await world.db.message.findMany({ where: { workspaceId, ticketId }, select: { id: true } });
  const askedId = rows.map(({ id }) => id).find((id) => id !== answerId) ?? '';
  return { ...given, answerId, askedId };
}

const split = (ctx: StaffContext, ticketId: string, ...messageIds: string[]) =>
  splitTicket(ctx, { ticketId, messageIds, subject: 'The other matter' });

test('chosen messages become a ticket of their own, and both tickets show what is theirs', async () => {
  const { world, ctx, ticketId, number, askedId, answerId } = await conversation();
  const done = await split(ctx, ticketId, askedId);
  if (!done.ok) throw new Error(done.error.code);
  const child = await ticketOf(world, done.value.ticketId);
  const source = await ticketOf(world, ticketId);
  expect(child).toMatchObject({
    subject: 'The other matter',
    lastMessageId: askedId,
    lastDirection: 'inbound',
  });
  expect(source).toMatchObject({ lastMessageId: answerId, lastDirection: 'outbound', lastCustomerAt: null });
  expect(child.requesterId).toBe(source.requesterId);
  expect(child.lastCustomerAt).not.toBeNull();
  expect(await historyOf(world, child.id)).toEqual(['ticket.created', 'ticket.split_off']);
  expect((await historyOf(world, ticketId)).at(-1)).toBe('ticket.split');
  const back = await mergeTickets(ctx, { ticketId: child.id, intoNumber: number, acrossCustomers: false });
  expect(back).toMatchObject({ ok: true });
  expect(await ticketOf(world, ticketId)).toMatchObject({ lastMessageId: answerId });
});

test('at least one message stays', async () => {
  const { ctx, ticketId, askedId, answerId } = await conversation();
  expect(await split(ctx, ticketId, askedId, answerId)).toMatchObject({
    error: { code: 'split.everything' },
  });
});

test('messages of another ticket, and tickets of others, are not found', async () => {
  const { world, ctx, ticketId, askedId } = await conversation();
  const other = await world.ticket(ctx, { subject: 'Other' });
  expect(await split(ctx, other.ticketId, askedId)).toMatchObject({ error: { code: 'not_found' } });
  const stranger = await (await newWorld()).member({ role: 'owner' });
  expect(await split(stranger, ticketId, askedId)).toMatchObject({ error: { code: 'not_found' } });
  const light = await world.member({ role: 'light_agent' });
  expect(await split(light, ticketId, askedId)).toMatchObject({ error: { code: 'not_found' } });
});
