import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { TicketLinksInput } from '@/features/portal/inputs';
import { ticketForRule } from '@/features/tickets/commands/act-on-ticket';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/**
 * Takes back every link that shows this ticket without signing in: they stop working at once, and mails name none any more.
 * Doing it again changes nothing.
 */
export function revokeGuestLinks(
  ctx: StaffContext,
  { ticketId }: TicketLinksInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const ticket = await ticketForRule(tx, ctx, ticketId);
    if (!ticket || !mayOnTicket(ctx.actor, 'ticket.reply', ticket)) return fail({ code: 'not_found' });
    const { count } = await tx.guestLink.updateMany({
      where: { workspaceId, ticketId, revokedAt: null },
      data: { revokedAt: ctx.now() },
    });
    if (count > 0)
      await recordAudit(tx, ctx, { action: 'portal.links_revoked', target: `#${ticket.number}`, data: {} });
    return ok(null);
  });
}
