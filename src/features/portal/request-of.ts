import type { CustomerActor } from '@/domain/permission/actor';
import type { TicketOwnership } from '@/domain/permission/can';
import type { Ticket } from '@/domain/ticket/ticket';
import { isTrashed } from '@/domain/ticket/trash';
import { findSurvivingTicket } from '@/features/tickets/commands/find-surviving-ticket';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { isCopied } from './copied';

/** A ticket, and what of it decides which customers may do something with it. */
export type OwnedRequest = Readonly<{ ticket: Ticket; owned: TicketOwnership }>;

/** The ticket of this number, or the one it was merged into; says nothing of who may see it. */
export async function requestOf(
  tx: Tx,
  ctx: Context<CustomerActor>,
  number: number,
): Promise<OwnedRequest | null> {
  const { workspaceId, actor } = ctx;
  const found = await tx.ticket.findUnique({
    where: { workspaceId_number: { workspaceId, number } },
    select: { id: true },
  });
  const ticket = found && (await findSurvivingTicket(tx, ctx, found.id));
  if (!ticket || isTrashed(ticket)) return null;
  const [row] = await tx.$queryRaw<Pick<TicketOwnership, 'organizationId' | 'copied'>[]>`
    select c."organizationId", ${isCopied(actor.id)} as copied
    from "Ticket" t join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    where t."workspaceId" = ${workspaceId}::uuid and t.id = ${ticket.id}::uuid`;
  return { ticket, owned: { ...ticket, ...row } };
}
