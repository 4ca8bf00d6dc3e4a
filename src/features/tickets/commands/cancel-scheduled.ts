import type { Ticket, TicketEvent } from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/**
 * Stops every mail of this ticket that somebody planned for later and that has not begun to leave, because the customer
 * wrote in the meantime. Gives one `message.cancelled` event for each, for the change that the caller saves; the texts
 * stay in the timeline, from where their writers take them up again. Call it for what a person wrote, not for
 * automatic mail.
 */
export async function cancelScheduledMessages(
  tx: Tx,
  ctx: Context,
  ...[ticket]: [ticket: Ticket, at: Date]
): Promise<TicketEvent[]> {
  const { workspaceId } = ctx;
  const planned = await tx.message.findMany({
    where: { workspaceId, ticketId: ticket.id, scheduled: true, delivery: 'queued' },
    select: { id: true },
  });
  if (planned.length === 0) return [];
  const stopped = await tx.outgoingMail.updateManyAndReturn({
    where: { workspaceId, messageId: { in: planned.map(({ id }) => id) }, state: 'queued' },
    data: { state: 'cancelled' },
    select: { messageId: true },
  });
  const ids = stopped.flatMap(({ messageId }) => messageId ?? []).sort();
  await tx.message.updateMany({
    where: { workspaceId, id: { in: ids } },
    data: { delivery: 'cancelled', deliveryDetail: 'customer_wrote' },
  });
  return ids.map((messageId) => ({ type: 'message.cancelled', messageId, reason: 'customer_wrote' }));
}
