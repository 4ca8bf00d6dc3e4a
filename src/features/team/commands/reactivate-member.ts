import { fail, ok, type Result } from '@/domain/shared/result';
import { mayGiveRole } from '@/domain/team/membership';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { MemberInput } from '@/features/team/inputs';
import { lockMember } from '@/features/team/people-lock';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'role.too_high' }>;

/** Lets a deactivated member in again with the role they had; their teams are given anew. */
export function reactivateMember(ctx: StaffContext, { userId }: MemberInput): Promise<Result<null, Refused>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const found = await lockMember(tx, ctx, userId);
    if (!found || found.member.active) return fail({ code: 'not_found' });
    if (!mayGiveRole(ctx.actor, found.member.role).ok) return fail({ code: 'role.too_high' });
    await tx.membership.update({
      where: { workspaceId_userId: { workspaceId, userId } },
      data: { deactivatedAt: null },
    });
    await recordAudit(tx, ctx, { action: 'member.reactivated', target: found.member.email });
    return ok(null);
  });
}
