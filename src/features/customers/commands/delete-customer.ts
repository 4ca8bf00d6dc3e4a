import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'customer.in_use' }>;

/** Deletes a customer with all addresses. One who has tickets, or wrote on one, stays. */
export function deleteCustomer(
  ctx: StaffContext,
  { customerId: id }: Readonly<{ customerId: string }>,
): Promise<Result<null, Refused>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const customer = await tx.customer.findFirst({
      where: { workspaceId, id },
      select: { tickets: { take: 1, select: { id: true } }, messages: { take: 1, select: { id: true } } },
    });
    if (!customer || !may(ctx.actor, 'customer.write')) return fail({ code: 'not_found' });
    if (customer.tickets.length + customer.messages.length > 0) return fail({ code: 'customer.in_use' });
    await tx.customer.deleteMany({ where: { workspaceId, id } });
    return ok(null);
  });
}
