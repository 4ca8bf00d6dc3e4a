import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { SkillIdInput } from '@/features/routing/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' }>;

/** Deletes a skill: no tag asks for it any more, and nobody has it. */
export function deleteSkill(ctx: StaffContext, { skillId }: SkillIdInput): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const key = { workspaceId_id: { workspaceId, id: skillId } };
    const skill = may(ctx.actor, 'workspace.manage') && (await tx.skill.findUnique({ where: key }));
    if (!skill) return fail({ code: 'not_found' });
    await tx.skill.delete({ where: key });
    await recordAudit(tx, ctx, { action: 'skill.deleted', target: skill.name });
    return ok(null);
  });
}
