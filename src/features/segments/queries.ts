import 'server-only';
import type { SegmentCondition } from '@/domain/condition/segment';
import type { StaffContext } from '@/server/context';
import { sql } from '@/server/db/sql';
import { CUSTOMER_COLUMNS, type CustomerColumn, type CustomerSort } from './columns';
import { fitting, type Wanted } from './customer-lines';
import { exportCustomers } from './export-customers';

export type Segment = Readonly<{
  id: string;
  name: string;
  conditions: SegmentCondition | null;
  columns: readonly CustomerColumn[];
  sort: CustomerSort;
}>;

const MOST_SEGMENTS = 100;

/** The saved conditions of the workspace, by name. */
export async function listSegments({ db, workspaceId }: StaffContext): Promise<Segment[]> {
  const rows = await db.customerSegment.findMany({
    where: { workspaceId },
    orderBy: { name: 'asc' },
    take: MOST_SEGMENTS,
    select: { id: true, name: true, conditions: true, columns: true, sort: true },
  });
  return rows.map(({ conditions, columns, sort, ...row }) => ({
    ...row,
    conditions: conditions as SegmentCondition | null,
    columns: CUSTOMER_COLUMNS.filter((column) => columns.includes(column)),
    sort: sort as CustomerSort,
  }));
}

type Place = Readonly<{ createdAt: Date; id: string }>;

/** The ids of customers that fit, the newest first, from behind `before` on. */
export async function idsOfCustomers(
  ctx: StaffContext,
  { before, limit, ...wanted }: Wanted & Readonly<{ before: Place | null; limit: number }>,
): Promise<string[]> {
  const from = before ? sql`and (c."createdAt", c.id) < (${before.createdAt}, ${before.id}::uuid)` : sql``;
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    select c.id from "Customer" c where ${fitting(ctx, wanted)} ${from}
    order by c."createdAt" desc, c.id desc limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** What counters stop at; one more is shown as "1 000+". */
export const COUNT_LIMIT = 1000;

/** How many customers fit, up to one more than is counted. */
export async function countCustomers(ctx: StaffContext, wanted: Wanted): Promise<number> {
  const [row] = await ctx.db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select 1 from "Customer" c where ${fitting(ctx, wanted)} limit ${COUNT_LIMIT + 1}) as found`;
  return row?.count ?? 0;
}

type Exported = Readonly<{ q: string; segmentId: string | null; locale: string }>;

/** The customers of a search or a segment as CSV; null where there is no such segment. */
export async function customersAsCsv(
  ctx: StaffContext,
  { q, segmentId, locale }: Exported,
): Promise<ReadableStream<Uint8Array> | null> {
  const segment = segmentId ? (await listSegments(ctx)).find(({ id }) => id === segmentId) : null;
  if (segmentId && !segment) return null;
  return exportCustomers(ctx, {
    q,
    conditions: segment?.conditions ?? null,
    locale,
    what: segment?.name ?? q,
  });
}
