import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { RuleOrderInput } from '@/features/rules/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Puts the rules into this order. Refused when it does not name each of them once: somebody has changed the list. */
export function orderRules(
  ctx: StaffContext,
  { ruleIds }: RuleOrderInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
    const rules = await tx.rule.findMany({
      where: { workspaceId },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    });
    const nameOf = new Map(rules.map(({ id, name }) => [id, name]));
    const named = new Set(ruleIds.filter((id) => nameOf.has(id)));
    if (named.size !== rules.length || ruleIds.length !== rules.length) return fail({ code: 'not_found' });
    if (rules.every(({ id }, index) => ruleIds[index] === id)) return ok(null);
    await tx.$executeRaw`
      update "Rule" r set position = wanted.position
      from unnest(${ruleIds}::uuid[]) with ordinality as wanted(id, position)
      where r."workspaceId" = ${workspaceId}::uuid and r.id = wanted.id`;
    await tx.workspace.update({ where: { id: workspaceId }, data: { rulesVersion: { increment: 1 } } });
    const target = ruleIds.map((id) => nameOf.get(id)).join(', ');
    await recordAudit(tx, ctx, { action: 'rule.ordered', target });
    return ok(null);
  });
}
