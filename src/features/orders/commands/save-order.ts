import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { customerGiven } from '@/features/customers/commands/customer-given';
import type { OrderFields } from '@/features/orders/commands/order-fields';
import type { StaffContext } from '@/server/context';
import { sqlJson } from '@/server/db/sql';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'order.no_customer' }>;

/**
 * Keeps an order as the system that knows it says it is now: a new one, or in the place of what was said of it before. Fails
 * where nobody is known by what the customer is named by.
 */
export function saveOrder(
  ctx: StaffContext,
  { customer: given, ...order }: OrderFields,
): Promise<Result<Readonly<{ orderId: string }>, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'customer.write')) return fail({ code: 'not_found' });
    const customer = await customerGiven(tx, ctx, given);
    if (!customer) return fail({ code: 'order.no_customer' });
    const [buyer = ''] = Object.values(given);
    const rows = await tx.$queryRaw<{ id: string }[]>`
      insert into "Order" as o ("workspaceId", id, "customerId", system, number, status, total, currency, "placedAt", summary,
        lines, url, buyer, "createdAt", "updatedAt")
      values (${ctx.workspaceId}::uuid, ${ctx.newId()}::uuid, ${customer.id}::uuid, ${order.system}, ${order.number},
        ${order.status}, ${order.total}::bigint, ${order.currency}, ${order.placedAt}, ${order.summary},
        ${sqlJson(order.lines)}::jsonb, ${order.url}, ${buyer}, ${ctx.now()}, ${ctx.now()})
      on conflict ("workspaceId", system, number) do update
        set "customerId" = excluded."customerId", status = excluded.status, total = excluded.total,
          currency = excluded.currency, "placedAt" = excluded."placedAt", summary = excluded.summary, lines = excluded.lines,
          url = excluded.url, buyer = excluded.buyer, "updatedAt" = excluded."updatedAt"
      returning o.id`;
    return ok({ orderId: rows[0]?.id ?? '' });
  });
}
