import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { pairOf } from '@/features/customers/merge-store';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'customer.same' }>;

/** Remembers that two records are two people: they are not suggested again, and no rule merges them. */
export function notSameCustomer(
  ctx: StaffContext,
  { customerId, otherId }: Readonly<{ customerId: string; otherId: string }>,
): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    if (!may(ctx.actor, 'customer.merge')) return fail({ code: 'not_found' });
    if (customerId === otherId) return fail({ code: 'customer.same' });
    const known = await tx.customer.count({ where: { workspaceId, id: { in: [customerId, otherId] } } });
    if (known !== 2) return fail({ code: 'not_found' });
    await tx.notSameCustomer.createMany({
      data: [{ workspaceId, ...pairOf(customerId, otherId), byName: ctx.actor.name, at: ctx.now() }],
      skipDuplicates: true,
    });
    return ok(null);
  });
}
