import 'server-only';
import { BOARD_STATUSES, type BoardStatus, columnBranches } from '@/domain/view/board';
import type { Place, View } from '@/domain/view/view';
import type { StaffContext } from '@/server/context';
import { joinSql, sql } from '@/server/db/sql';
import { COLUMN_COUNT_LIMIT } from './page-size';
import { conditionsOf, placesOf, rowsOf, type TicketRow } from './ticket-rows';

/** Cards of a column that come with the page, and the most that are asked for in one go. */
const CARDS = 20;
const MOST_CARDS = 100;

type BoardColumn = Readonly<{
  status: BoardStatus;
  /** Newest activity first. */
  rows: readonly TicketRow[];
  /** How many there are, never more than `COLUMN_COUNT_LIMIT` + 1. */
  count: number;
}>;

/** A view in columns by status, the first 20 cards of each, in two queries. Each column is one walk through an index for each branch. */
export async function getBoard(ctx: StaffContext, view: View): Promise<readonly BoardColumn[]> {
  const columns = BOARD_STATUSES.map((status) => columnBranches(view, ctx.actor, status));
  if (columns.every((branches) => branches.length === 0))
    return BOARD_STATUSES.map((status) => ({ status, rows: [], count: 0 }));
  const walks = columns.map((branches, rank) => {
    const places = placesOf(ctx, branches, { from: null, towards: 'older', limit: CARDS });
    return sql`select ${rank}::int as rank, id, "activityAt" from (${places}) as walked`;
  });
  const counts = columns.map((branches) => {
    const places = placesOf(ctx, branches, {
      ...{ from: null, towards: 'older' },
      limit: COLUMN_COUNT_LIMIT + 1,
    });
    return sql`(select count(*)::int from (${places}) as counted)`;
  });
  const [rows, [counted]] = await Promise.all([
    rowsOf(
      ctx,
      sql`select id, row_number() over (order by rank, "activityAt" desc, id desc) as position
        from (${joinSql(walks, ' union all ')}) as board`,
    ),
    ctx.db.$queryRaw<{ counts: number[] }[]>(sql`select array[${joinSql(counts, ', ')}] as counts`),
  ]);
  return BOARD_STATUSES.map((status, index) => ({
    status,
    rows: rows.filter((row) => row.status === status),
    count: counted?.counts[index] ?? 0,
  }));
}

type Asked = Readonly<{ view: View; status: BoardStatus; after: Place; limit: number }>;

/** The cards of a column after a place, at most 100; in one query. */
export function cardsAfter(ctx: StaffContext, { view, status, after, limit }: Asked): Promise<TicketRow[]> {
  const branches = columnBranches(view, ctx.actor, status);
  if (branches.length === 0) return Promise.resolve([]);
  const reach = { from: after, towards: 'older', limit: Math.min(limit, MOST_CARDS) } as const;
  const places = placesOf(ctx, branches, reach);
  return rowsOf(
    ctx,
    sql`select id, row_number() over (order by "activityAt" desc, id desc) as position from (${places}) as place`,
  );
}

/** Of these tickets those that stand on the board of a view, wherever on it; in one query. */
export function cardsOf(ctx: StaffContext, view: View, ids: readonly string[]): Promise<TicketRow[]> {
  const branches = BOARD_STATUSES.flatMap((status) => columnBranches(view, ctx.actor, status));
  if (branches.length === 0 || ids.length === 0) return Promise.resolve([]);
  const within = branches.map((branch) => sql`(${joinSql(conditionsOf(ctx, branch), ' and ')})`);
  return rowsOf(
    ctx,
    sql`select id, 0 as position from "Ticket"
      where "workspaceId" = ${ctx.workspaceId}::uuid and id = any(${[...ids]}::uuid[]) and (${joinSql(within, ' or ')})`,
  );
}
