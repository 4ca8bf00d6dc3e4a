import 'server-only';
import type { Order } from '@/domain/order/order';
import { may } from '@/domain/permission/can';
import type { Place } from '@/domain/view/view';
import type { StaffContext } from '@/server/context';
import { sql } from '@/server/db/sql';

export type CustomerOrders = Readonly<{
  /** The newest first. */
  orders: readonly Order[];
  /** Where the next page begins; null at the end. */
  next: Place | null;
  /** How many there are, up to `ORDERS_COUNTED`. */
  count: number;
  /** Some system has told this workspace of orders, whoever's. */
  connected: boolean;
}>;

export const ORDERS_COUNTED = 99;

const PAGE = 10;

type Asked = Readonly<{ customerId: string; after?: Place | null; limit?: number }>;
type Row = Omit<CustomerOrders, 'next' | 'orders'> &
  Readonly<{ orders: readonly (Omit<Order, 'placedAt'> & Readonly<{ placedAt: string }>)[] }>;

const NONE: CustomerOrders = { orders: [], next: null, count: 0, connected: false };

/** What a customer ordered, a page (of ten) in one statement; nothing for who may not read customers. */
export async function ordersOf(
  { db, workspaceId, actor }: StaffContext,
  { customerId, after = null, limit = PAGE }: Asked,
): Promise<CustomerOrders> {
  if (!may(actor, 'customer.read')) return NONE;
  const here = sql`o."workspaceId" = ${workspaceId}::uuid`;
  const theirs = sql`${here} and o."customerId" = ${customerId}::uuid`;
  const beyond = after ? sql`(o."placedAt", o.id) < (${after.activityAt}, ${after.id}::uuid)` : sql`true`;
  const [row] = await db.$queryRaw<Row[]>`
    select exists (select 1 from "Order" o where ${here}) as connected,
      (select count(*)::int from (select 1 from "Order" o where ${theirs} limit ${ORDERS_COUNTED}) as counted) as count,
      coalesce((select json_agg(page) from (
        select o.id, o.system, o.number, o.status, o.total, o.currency, o."placedAt", o.summary, o.lines, o.url
        from "Order" o where ${theirs} and ${beyond}
        order by o."placedAt" desc, o.id desc limit ${limit + 1}) as page), '[]'::json) as orders`;
  if (!row) return NONE;
  const found = row.orders.map(({ placedAt, ...order }) => ({ ...order, placedAt: new Date(placedAt) }));
  const orders = found.slice(0, limit);
  const last = found.length > limit ? orders.at(-1) : undefined;
  return { ...row, orders, next: last ? { activityAt: last.placedAt, id: last.id } : null };
}
