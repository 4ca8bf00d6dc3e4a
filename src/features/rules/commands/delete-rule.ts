import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { RuleIdInput } from '@/features/rules/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Deletes a rule with its versions and its log. What it did stays in the history of its tickets. */
export function deleteRule(
  ctx: StaffContext,
  { ruleId: id }: RuleIdInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
    const key = { workspaceId_id: { workspaceId, id } };
    const rule = await tx.rule.findUnique({ where: key, select: { name: true } });
    if (!rule) return fail({ code: 'not_found' });
    await tx.rule.delete({ where: key });
    await tx.workspace.update({ where: { id: workspaceId }, data: { rulesVersion: { increment: 1 } } });
    await recordAudit(tx, ctx, { action: 'rule.deleted', target: rule.name });
    return ok(null);
  });
}
