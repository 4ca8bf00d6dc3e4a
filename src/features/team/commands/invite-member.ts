import { fail, ok, type Result } from '@/domain/shared/result';
import { mayGiveRole } from '@/domain/team/membership';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { InviteMemberInput } from '@/features/team/inputs';
import { queueInvitation } from '@/features/team/invitation-mail';
import { teamsExist } from '@/features/team/people-lock';
import type { StaffContext } from '@/server/context';
import { hashOf, newSecret } from '@/server/crypto/keys';
import { transaction } from '@/server/db/transaction';

type Invited = Readonly<{ invitationId: string }>;
type Refused = Readonly<{ code: 'forbidden' | 'not_found' | 'role.too_high' | 'member.exists' }>;

/** An invitation can be accepted for seven days. */
export const INVITATION_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;

/**
 * Invites somebody by mail. An earlier open invitation to the same address stops working. Nobody gives more rights than
 * they have; who is a member already, active or not, is not invited again.
 */
export function inviteMember(ctx: StaffContext, input: InviteMemberInput): Promise<Result<Invited, Refused>> {
  const { workspaceId, actor } = ctx;
  return transaction(ctx, async (tx) => {
    if (!actor.id) return fail({ code: 'forbidden' });
    const allowed = mayGiveRole(actor, input.role);
    if (!allowed.ok) return fail({ code: 'role.too_high' });
    if (!(await teamsExist(tx, ctx, input.teamIds))) return fail({ code: 'not_found' });
    const { email } = input;
    const member = await tx.membership.findFirst({
      where: { workspaceId, user: { email } },
      select: { userId: true },
    });
    if (member) return fail({ code: 'member.exists' });

    const at = ctx.now();
    await tx.invitation.updateMany({
      where: { workspaceId, email, acceptedAt: null, revokedAt: null },
      data: { revokedAt: at },
    });
    const token = newSecret();
    const invitation = { ...input, id: ctx.newId(), workspaceId, invitedById: actor.id };
    const expiresAt = new Date(at.getTime() + INVITATION_MILLISECONDS);
    await tx.invitation.create({
      data: { ...invitation, tokenHash: hashOf(token), createdAt: at, expiresAt },
    });
    await queueInvitation(tx, ctx, { ...invitation, token });
    await recordAudit(tx, ctx, { action: 'member.invited', target: email, data: { role: input.role } });
    return ok({ invitationId: invitation.id });
  });
}
