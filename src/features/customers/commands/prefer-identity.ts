import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { IdentityInput } from '@/features/customers/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { makePrimary } from './add-identity';

type NotFound = Readonly<{ code: 'not_found' }>;

/** Makes this address the one of its kind that we write to. */
export function preferIdentity(
  ctx: StaffContext,
  { identityId }: IdentityInput,
): Promise<Result<Readonly<{ identityId: string }>, NotFound>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const identity = await tx.customerIdentity.findFirst({
      where: { workspaceId, id: identityId },
      select: { customerId: true, kind: true },
    });
    if (!identity || !may(ctx.actor, 'customer.write')) return fail({ code: 'not_found' });
    await makePrimary(tx, ctx, { ...identity, identityId });
    return ok({ identityId });
  });
}
