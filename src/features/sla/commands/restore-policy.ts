import { fail, type Result } from '@/domain/shared/result';
import type { PolicyVersionInput } from '@/features/sla/admin-inputs';
import { policyInput } from '@/features/sla/inputs';
import type { StaffContext } from '@/server/context';
import { savePolicy } from './save-policy';

/**
 * Makes a policy what it was in an earlier version, as a new version. Not found when there is no such version, or when
 * what it names (its calendar, its webhook) is no longer there.
 */
export async function restorePolicy(
  ctx: StaffContext,
  { policyId, version }: PolicyVersionInput,
): Promise<
  Result<
    Readonly<{ policyId: string; version: number }>,
    Readonly<{ code: 'not_found' | 'field.condition_wrong' }>
  >
> {
  const { db, workspaceId } = ctx;
  const row = await db.slaPolicyVersion.findUnique({
    where: { workspaceId_policyId_version: { workspaceId, policyId, version } },
    select: { policy: true },
  });
  const terms = policyInput.safeParse(row?.policy);
  return terms.success ? savePolicy(ctx, { ...terms.data, id: policyId }) : fail({ code: 'not_found' });
}
