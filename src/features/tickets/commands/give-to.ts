import { updateTicket } from '@/domain/ticket/update';
import { findTicket, saveTicket } from '@/features/tickets/store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Given = Readonly<{
  ticketId: string;
  /** Null: nobody has it, and the team's queue looks for somebody. */
  userId: string | null;
  /** Absent: the team stays. */
  teamId?: string | null;
}>;

/** Hands a ticket over in the caller's transaction, which asked whether it may be. Nothing happens when it is so already. */
export async function giveTo(tx: Tx, ctx: Context, { ticketId, userId, teamId }: Given): Promise<void> {
  const ticket = await findTicket(tx, ctx, ticketId);
  if (!ticket) return;
  const change = updateTicket(ticket, { assigneeId: userId, teamId }, { by: ctx.actor, at: ctx.now() });
  if (change.ok && change.value.events.length > 0) await saveTicket(tx, ctx, change.value);
}
