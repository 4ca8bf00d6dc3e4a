import type { TicketEvent } from '@/domain/ticket/ticket';
import { updateTicket } from '@/domain/ticket/update';
import { findTicket, saveTicket } from '@/features/tickets/store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Assigned = Readonly<{
  ticketId: string;
  /** Who has it now, as the caller knows. */
  from: string | null;
  to: string | null;
  /** What explains it in the history. */
  because: TicketEvent;
}>;

/**
 * Hands a ticket over without anybody having asked for this very one, in the caller's transaction. False when it is gone or
 * closed, or somebody else has it by now. Asks nobody's leave.
 */
export async function assignTicket(
  tx: Tx,
  ctx: Context,
  { ticketId, from, to, because }: Assigned,
): Promise<boolean> {
  const ticket = await findTicket(tx, ctx, ticketId);
  if (!ticket || ticket.assigneeId !== from) return false;
  const change = updateTicket(ticket, { assigneeId: to }, { by: ctx.actor, at: ctx.now() });
  if (!change.ok || change.value.events.length === 0) return false;
  await saveTicket(tx, ctx, { ...change.value, events: [...change.value.events, because] });
  return true;
}
