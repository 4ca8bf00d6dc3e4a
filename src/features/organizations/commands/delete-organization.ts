import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'organization.in_use' }>;

/** Deletes an organization that has no members. */
export function deleteOrganization(
  ctx: StaffContext,
  { organizationId: id }: Readonly<{ organizationId: string }>,
): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const found = await tx.organization.findFirst({
      where: { workspaceId, id },
      select: { name: true, customers: { take: 1, select: { id: true } } },
    });
    if (!found || !may(ctx.actor, 'customer.write')) return fail({ code: 'not_found' });
    if (found.customers.length > 0) return fail({ code: 'organization.in_use' });
    await tx.organization.deleteMany({ where: { workspaceId, id } });
    await recordAudit(tx, ctx, { action: 'organization.deleted', target: found.name });
    return ok(null);
  });
}
