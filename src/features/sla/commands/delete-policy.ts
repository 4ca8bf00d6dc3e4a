import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { PolicyIdInput } from '@/features/sla/admin-inputs';
import { policiesChanged } from '@/features/sla/policies-changed';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'policy.in_use' }>;

/** Deletes a policy that no ticket has come under; others can only be switched off, for what was promised is kept. */
export function deletePolicy(
  ctx: StaffContext,
  { policyId: id }: PolicyIdInput,
): Promise<Result<null, Refused>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const policy = await tx.slaPolicy.findUnique({
      where: { workspaceId_id: { workspaceId, id } },
      select: { name: true, tickets: { select: { id: true }, take: 1 } },
    });
    if (!policy) return fail({ code: 'not_found' });
    if (policy.tickets.length > 0) return fail({ code: 'policy.in_use' });
    await tx.slaPolicy.delete({ where: { workspaceId_id: { workspaceId, id } } });
    await policiesChanged(tx, ctx);
    await recordAudit(tx, ctx, { action: 'policy.deleted', target: policy.name });
    return ok(null);
  });
}
