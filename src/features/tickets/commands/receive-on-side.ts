import type { NewMessage } from '@/domain/ticket/ticket';
import { findSide, saveInSide } from '@/features/tickets/side-store';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { findSurvivingTicket } from './find-surviving-ticket';
import { recordFactIn } from './record-fact';

type Received = Readonly<{ sideId: string; message: NewMessage }>;

/**
 * Somebody answered in a conversation beside a ticket, which is open again with it. The ticket itself does not move: neither
 * its status nor what is owed to the customer. Gives the ticket's id; null where there is no such conversation.
 */
export async function receiveOnSide(
  tx: Tx,
  ctx: SystemContext,
  { sideId, message }: Received,
): Promise<string | null> {
  const side = await findSide(tx, ctx, sideId);
  const ticket = side && (await findSurvivingTicket(tx, ctx, side.ticketId));
  if (!ticket) return null;
  await saveInSide(tx, ctx, { side, message });
  const { subject, startedById } = side;
  const { author, automated, id: messageId } = message;
  const from = author.name || author.address;
  const event = { type: 'side.received', sideId, subject, messageId, from, startedById } as const;
  await recordFactIn(tx, ctx, { ticketId: ticket.id, event: { ...event, automated: automated !== null } });
  return ticket.id;
}
