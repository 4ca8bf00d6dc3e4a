import 'server-only';
import { knownStatus, type OrderItem } from '@/domain/order/order';
import { amountText } from '@/domain/shared/money';
import { ok } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import type { Order } from '@/server/db/generated/client';
import { type Listed, pageOf, placeOf } from './paging';

type Asked = Readonly<{
  limit: number;
  cursor?: string | undefined;
  customer?: string | undefined;
  system?: string | undefined;
  number?: string | undefined;
}>;

/** Orders of a workspace or of one customer, the one placed last first. */
export async function listOrderRows(
  { db, workspaceId }: StaffContext,
  { limit, cursor, customer, system, number }: Asked,
): Listed<ReturnType<typeof shown>> {
  const after = placeOf('orders', cursor);
  if (!after.ok) return after;
  const at = after.value && new Date(after.value.by);
  const rows = await db.order.findMany({
    where: {
      workspaceId,
      ...(customer && { customerId: customer }),
      ...(system && { system }),
      ...(number && { number }),
      ...(after.value &&
        at && { OR: [{ placedAt: { lt: at } }, { placedAt: at, id: { lt: after.value.id } }] }),
    },
    orderBy: [{ placedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  return ok(pageOf('orders', rows.map(shown), { limit, by: ({ placedAt }) => placedAt }));
}

/** One order, or null. */
export async function orderById({ db, workspaceId }: StaffContext, id: string) {
  const row = await db.order.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  return row && shown(row);
}

const shown = ({ workspaceId: _, buyer: __, total, lines, ...order }: Order) => ({
  ...order,
  knownStatus: knownStatus(order.status),
  total: amountText(Number(total), order.currency),
  lines: (lines as unknown as readonly OrderItem[]).map((line) => ({
    ...line,
    total: line.total === null ? null : amountText(line.total, order.currency),
  })),
});
