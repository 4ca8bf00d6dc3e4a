import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { blockCustomer } from '@/features/customers/commands/block-customer';
import { organizationNamed } from '@/features/customers/commands/update-customer';
import type { BulkInput } from '@/features/segments/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Changed = Readonly<{ changed: number }>;
type Refused = Readonly<{ code: 'not_found' | 'forbidden' }>;

/** Gives up to 200 customers a tier or an organization, or blocks them. Says how many that were. */
export async function changeCustomers(
  ctx: StaffContext,
  { customerIds, change }: BulkInput,
): Promise<Result<Changed, Refused>> {
  if (change.kind === 'block') return blockAll(ctx, customerIds, change.reason);
  if (!may(ctx.actor, 'customer.write')) return fail({ code: 'forbidden' });
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    if (change.kind === 'tier' && change.tierId) {
      const known = await tx.loyaltyTier.count({ where: { workspaceId, id: change.tierId } });
      if (known === 0) return fail({ code: 'not_found' });
    }
    const data =
      change.kind === 'tier'
        ? { tierId: change.tierId }
        : { organizationId: await organizationNamed(tx, ctx, change.name) };
    const { count } = await tx.customer.updateMany({
      where: { workspaceId, id: { in: [...customerIds] }, mergedIntoId: null, erasedAt: null },
      data: { ...data, updatedAt: ctx.now() },
    });
    return ok({ changed: count });
  });
}

async function blockAll(
  ctx: StaffContext,
  ...[ids, reason]: [readonly string[], string]
): Promise<Result<Changed, Refused>> {
  if (!may(ctx.actor, 'customer.block')) return fail({ code: 'forbidden' });
  let changed = 0;
  for (const customerId of ids) {
    const done = await blockCustomer(ctx, { customerId, blocked: true, reason });
    if (done.ok) changed += 1;
  }
  return ok({ changed });
}
