import type { Actor } from '@/domain/permission/actor';
import { receiveMessage } from '@/domain/ticket/receive';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import { type SavedChange, saveTicket } from '@/features/tickets/store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { cancelScheduledMessages } from './cancel-scheduled';

type Received = Readonly<{
  ticket: Ticket;
  message: NewMessage;
  by: Actor;
  /** What was read along with the ticket; `nothingPlanned` when no answer waits to be sent later. */
  known?: Pick<SavedChange, 'stood' | 'nothingPromised'> & Readonly<{ nothingPlanned: boolean }>;
}>;

/**
 * Puts what a customer sent on a ticket that is there, in the caller's transaction. A person's message also calls off the
 * answers that were planned for later.
 */
export async function receiveOnTicket(
  tx: Tx,
  ctx: Context,
  { ticket, message, by, known }: Received,
): Promise<void> {
  const at = ctx.now();
  const change = receiveMessage(ticket, { message, by, at });
  const { nothingPlanned = false, ...read } = known ?? {};
  const nothing = message.automated || nothingPlanned;
  const cancelled = nothing ? [] : await cancelScheduledMessages(tx, ctx, ticket, at);
  await saveTicket(tx, ctx, { ...change, ...read, events: [...change.events, ...cancelled] });
}
