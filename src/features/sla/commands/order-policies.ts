import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { PolicyOrderInput } from '@/features/sla/admin-inputs';
import { policiesChanged } from '@/features/sla/policies-changed';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Puts the policies into this order. Refused when it does not name each of them once: somebody has changed the list. */
export function orderPolicies(
  ctx: StaffContext,
  { policyIds }: PolicyOrderInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const policies = await tx.slaPolicy.findMany({
      where: { workspaceId },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    });
    const nameOf = new Map(policies.map(({ id, name }) => [id, name]));
    const named = policyIds.filter((id) => nameOf.has(id));
    if (new Set(named).size !== policies.length || policyIds.length !== policies.length) {
      return fail({ code: 'not_found' });
    }
    if (policies.every(({ id }, index) => policyIds[index] === id)) return ok(null);
    for (const [index, id] of policyIds.entries()) {
      await tx.slaPolicy.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { position: index + 1 },
      });
    }
    await policiesChanged(tx, ctx);
    const target = policyIds.map((id) => nameOf.get(id)).join(', ');
    await recordAudit(tx, ctx, { action: 'policy.ordered', target });
    return ok(null);
  });
}
