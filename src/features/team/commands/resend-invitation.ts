import { fail, ok, type Result } from '@/domain/shared/result';
import { mayGiveRole } from '@/domain/team/membership';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { InvitationInput } from '@/features/team/inputs';
import { queueInvitation } from '@/features/team/invitation-mail';
import type { StaffContext } from '@/server/context';
import { hashOf, newSecret } from '@/server/crypto/keys';
import { transaction } from '@/server/db/transaction';
import { INVITATION_MILLISECONDS } from './invite-member';

type Refused = Readonly<{ code: 'not_found' | 'role.too_high' }>;

/** Mails an open or run-out invitation once more, with a new link and seven more days; the old link stops working. */
export function resendInvitation(
  ctx: StaffContext,
  { invitationId: id }: InvitationInput,
): Promise<Result<null, Refused>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const invitation = await tx.invitation.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (!invitation || invitation.acceptedAt || invitation.revokedAt) return fail({ code: 'not_found' });
    if (!mayGiveRole(ctx.actor, invitation.role).ok) return fail({ code: 'role.too_high' });

    const token = newSecret();
    const expiresAt = new Date(ctx.now().getTime() + INVITATION_MILLISECONDS);
    await tx.invitation.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { tokenHash: hashOf(token), expiresAt },
    });
    await queueInvitation(tx, ctx, { ...invitation, token });
    const { email, role } = invitation;
    await recordAudit(tx, ctx, { action: 'member.invited', target: email, data: { role, again: true } });
    return ok(null);
  });
}
