import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Takes an order from us; the system that told it keeps it. */
export function deleteOrder(
  ctx: StaffContext,
  { orderId }: Readonly<{ orderId: string }>,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'customer.write')) return fail({ code: 'not_found' });
    const { count } = await tx.order.deleteMany({ where: { workspaceId: ctx.workspaceId, id: orderId } });
    return count === 0 ? fail({ code: 'not_found' }) : ok(null);
  });
}
