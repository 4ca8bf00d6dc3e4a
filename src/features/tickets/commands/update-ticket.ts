import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { TicketClosed } from '@/domain/ticket/reply';
import { type TicketPatch, updateTicket } from '@/domain/ticket/update';
import type { UpdateTicketInput } from '@/features/tickets/inputs';
import { findTicket, saveTicket } from '@/features/tickets/store';
import { tagIdsOf } from '@/features/tickets/tags';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' }> | TicketClosed;

/** Sets any of a ticket's fields. An assignee or team that is not of this workspace reads as not found. */
export function changeTicket(
  ctx: StaffContext,
  { ticketId, tags, ...fields }: UpdateTicketInput,
): Promise<Result<Readonly<{ ticketId: string }>, Refused>> {
  return transaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, ctx, ticketId);
    if (!ticket || !mayOnTicket(ctx.actor, 'ticket.update', ticket)) return fail({ code: 'not_found' });
    if (!(await areHere(tx, ctx, fields))) return fail({ code: 'not_found' });

    const patch: TicketPatch = { ...fields, ...(tags && { tagIds: await tagIdsOf(tx, ctx, tags) }) };
    const change = updateTicket(ticket, patch, { by: ctx.actor, at: ctx.now() });
    if (!change.ok) return change;
    await saveTicket(tx, ctx, change.value);
    return ok({ ticketId });
  });
}

type Owners = Readonly<{ assigneeId?: string | null | undefined; teamId?: string | null | undefined }>;

/** True when the assignee is an active member and the team a team of this workspace, as far as they are given. */
export async function areHere(tx: Tx, ctx: StaffContext, { assigneeId, teamId }: Owners): Promise<boolean> {
  const { workspaceId } = ctx;
  const assignee =
    !assigneeId ||
    (await tx.membership.findFirst({
      where: { workspaceId, userId: assigneeId, deactivatedAt: null },
      select: { userId: true },
    }));
  const team =
    !teamId || (await tx.team.findFirst({ where: { workspaceId, id: teamId }, select: { id: true } }));
  return Boolean(assignee && team);
}
