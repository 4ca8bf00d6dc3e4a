import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { IdentityInput } from '@/features/customers/inputs';
import { shutPortal } from '@/features/customers/shut-portal';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { makePrimary } from './add-identity';

type Removed = Readonly<{ identityId: string }>;
type Refused = Readonly<{ code: 'not_found' | 'address.last' }>;

/**
 * Takes an address from a customer; past messages keep it. The oldest of the same kind takes its place as the one that
 * we write to, and whoever was signed in to the portal signs in anew. Fails with `address.last` when the customer could
 * not be reached at all without it.
 */
export function removeIdentity(
  ctx: StaffContext,
  { identityId }: IdentityInput,
): Promise<Result<Removed, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const identity = await tx.customerIdentity.findFirst({
      where: { workspaceId, id: identityId },
      select: { customerId: true, kind: true, primary: true },
    });
    if (!identity || !may(ctx.actor, 'customer.write')) return fail({ code: 'not_found' });
    const { customerId, kind, primary } = identity;
    const others = await tx.customerIdentity.findMany({
      where: { workspaceId, customerId, id: { not: identityId } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, kind: true },
    });
    if (others.length === 0) return fail({ code: 'address.last' });

    await tx.customerIdentity.deleteMany({ where: { workspaceId, id: identityId } });
    const next = others.find((other) => other.kind === kind);
    if (kind === 'email') await shutPortal(tx, ctx, [customerId]);
    if (primary && next) await makePrimary(tx, ctx, { customerId, kind, identityId: next.id });
    return ok({ identityId });
  });
}
