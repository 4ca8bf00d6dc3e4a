import type { Actor } from '@/domain/permission/actor';
import { updateTicket } from '@/domain/ticket/update';
import { findTicket, saveTicket } from '@/features/tickets/store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Moved = Readonly<{ ticketId: string; from: string; to: string; by: Actor }>;

/**
 * The ticket is this customer's, in the caller's transaction, once it is known who its requester really is. False when it is
 * gone, closed, or was not `from`'s. Asks nobody's leave.
 */
export async function changeRequester(
  tx: Tx,
  ctx: Context,
  { ticketId, from, to, by }: Moved,
): Promise<boolean> {
  const ticket = await findTicket(tx, ctx, ticketId);
  if (ticket?.requesterId !== from) return false;
  const change = updateTicket(ticket, { requesterId: to }, { by, at: ctx.now() });
  if (!change.ok || change.value.events.length === 0) return false;
  await saveTicket(tx, ctx, change.value);
  return true;
}
