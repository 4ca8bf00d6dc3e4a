import type { Actor } from '@/domain/permission/actor';
import { receiveMessage } from '@/domain/ticket/receive';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import type { Stood } from '@/features/sla/commands/settle-clocks';
import { saveTicket } from '@/features/tickets/store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { cancelScheduledMessages } from './cancel-scheduled';

type Received = Readonly<{
  ticket: Ticket;
  message: NewMessage;
  by: Actor;
  /** What was read along with the ticket: how its promises stood, and that nothing is planned for later. */
  known?: Readonly<{ stood: Stood; nothingPlanned: boolean }>;
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
  const nothing = message.automated || known?.nothingPlanned;
  const cancelled = nothing ? [] : await cancelScheduledMessages(tx, ctx, ticket, at);
  await saveTicket(tx, ctx, {
    ...change,
    events: [...change.events, ...cancelled],
    ...(known && { stood: known.stood }),
  });
}
