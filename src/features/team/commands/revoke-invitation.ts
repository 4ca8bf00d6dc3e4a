import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { InvitationInput } from '@/features/team/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Takes an invitation back that nobody has accepted; its link stops working at once. */
export function revokeInvitation(
  ctx: StaffContext,
  { invitationId: id }: InvitationInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const where = { workspaceId, id, acceptedAt: null, revokedAt: null };
    const invitation = await tx.invitation.findFirst({ where, select: { email: true } });
    if (!invitation) return fail({ code: 'not_found' });
    await tx.invitation.updateMany({ where, data: { revokedAt: ctx.now() } });
    await recordAudit(tx, ctx, { action: 'invitation.revoked', target: invitation.email });
    return ok(null);
  });
}
