import type { TicketOwnership } from '@/domain/permission/can';
import type { Ticket } from '@/domain/ticket/ticket';
import { findSurvivingTicket } from '@/features/tickets/commands/find-surviving-ticket';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** A ticket, and what of it decides which customers may do something with it. */
export type OwnedRequest = Readonly<{ ticket: Ticket; owned: TicketOwnership }>;

/** The ticket of this number, or the one it was merged into; says nothing of who may see it. */
export async function requestOf(tx: Tx, ctx: Context, number: number): Promise<OwnedRequest | null> {
  const { workspaceId } = ctx;
  const found = await tx.ticket.findUnique({
    where: { workspaceId_number: { workspaceId, number } },
    select: { id: true },
  });
  const ticket = found && (await findSurvivingTicket(tx, ctx, found.id));
  if (!ticket) return null;
  const requester = await tx.customer.findUnique({
    where: { workspaceId_id: { workspaceId, id: ticket.requesterId } },
    select: { organizationId: true },
  });
  return { ticket, owned: { ...ticket, organizationId: requester?.organizationId ?? null } };
}
