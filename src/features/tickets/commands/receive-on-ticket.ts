import type { Actor } from '@/domain/permission/actor';
import { receiveMessage } from '@/domain/ticket/receive';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import { saveTicket } from '@/features/tickets/store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { cancelScheduledMessages } from './cancel-scheduled';

type Received = Readonly<{ ticket: Ticket; message: NewMessage; by: Actor }>;

/**
 * Puts what a customer sent on a ticket that is there, in the caller's transaction. A person's message also calls off the
 * answers that were planned for later.
 */
export async function receiveOnTicket(
  tx: Tx,
  ctx: Context,
  { ticket, message, by }: Received,
): Promise<void> {
  const at = ctx.now();
  const change = receiveMessage(ticket, { message, by, at });
  const cancelled = message.automated ? [] : await cancelScheduledMessages(tx, ctx, ticket, at);
  await saveTicket(tx, ctx, { ...change, events: [...change.events, ...cancelled] });
}
