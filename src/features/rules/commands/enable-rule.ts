import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { EnableRuleInput } from '@/features/rules/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Switches a rule on or off. Switched on, it acts on what happens from now on. */
export function enableRule(
  ctx: StaffContext,
  { ruleId: id, active }: EnableRuleInput,
): Promise<Result<Readonly<{ ruleId: string }>, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
    const key = { workspaceId_id: { workspaceId, id } };
    const rule = await tx.rule.findUnique({ where: key, select: { name: true, active: true } });
    if (!rule) return fail({ code: 'not_found' });
    if (rule.active === active) return ok({ ruleId: id });
    const since = active ? { activeSince: ctx.now(), limitedAt: null } : {};
    await tx.rule.update({ where: key, data: { active, ...since, updatedAt: ctx.now() } });
    await tx.workspace.update({ where: { id: workspaceId }, data: { rulesVersion: { increment: 1 } } });
    await recordAudit(tx, ctx, { action: active ? 'rule.enabled' : 'rule.disabled', target: rule.name });
    return ok({ ruleId: id });
  });
}
