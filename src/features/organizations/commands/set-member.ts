import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { MemberInput, MembershipInput } from '@/features/organizations/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' }>;

/** Puts a customer into an organization, or takes them out of theirs. */
export function setMembership(
  ctx: StaffContext,
  { customerId: id, organizationId }: MembershipInput,
): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    if (!may(ctx.actor, 'customer.write')) return fail({ code: 'not_found' });
    const known = organizationId
      ? await tx.organization.count({ where: { workspaceId, id: organizationId } })
      : 1;
    if (known === 0) return fail({ code: 'not_found' });
    const { count } = await tx.customer.updateMany({
      where: { workspaceId, id, mergedIntoId: null, erasedAt: null },
      data: { organizationId, updatedAt: ctx.now() },
    });
    return count === 1 ? ok(null) : fail({ code: 'not_found' });
  });
}

/** Lets one member read what the others asked, or no longer, where the organization shares its requests. */
export function setReadsShared(
  ctx: StaffContext,
  { customerId: id, readsShared }: MemberInput,
): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'customer.write')) return fail({ code: 'not_found' });
    const { count } = await tx.customer.updateMany({
      where: { workspaceId: ctx.workspaceId, id, mergedIntoId: null, erasedAt: null },
      data: { readsShared, updatedAt: ctx.now() },
    });
    return count === 1 ? ok(null) : fail({ code: 'not_found' });
  });
}
