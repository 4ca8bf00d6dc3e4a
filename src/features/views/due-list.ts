import 'server-only';
import { branchesOf, type DuePlace, type DueRange, type View } from '@/domain/view/view';
import type { StaffContext } from '@/server/context';
import { joinSql, type Sql, sql } from '@/server/db/sql';
import { PAGE_SIZE } from './page-size';
import type { ListPage } from './queries';
import { conditionsOf, rowsOf } from './ticket-rows';

/** Which part of a view in the order of what is due next; `range` narrows it to what is due then. */
export type DueAsked = Readonly<{
  view: View;
  range?: DueRange | null;
  after?: DuePlace | null;
  before?: DuePlace | null;
}>;

/** One page of a view, what is due first on top: the 50 after a place, before a place, or from the top. */
export async function listByDue(ctx: StaffContext, asked: DueAsked): Promise<ListPage> {
  const { after = null, before = null } = asked;
  const way = before ? 'sooner' : 'later';
  const places = placesOf(ctx, asked, { from: before ?? after, way, limit: PAGE_SIZE + 1 });
  if (!places) return { rows: [], older: false, newer: false };
  const found = await rowsOf(
    ctx,
    sql`select id, row_number() over (order by "nextDueAt", id) as position from (${places}) as place`,
  );
  const more = found.length > PAGE_SIZE;
  if (before) return { rows: more ? found.slice(1) : found, newer: more, older: true };
  return { rows: found.slice(0, PAGE_SIZE), older: more, newer: after !== null };
}

type DueNeighbour = DuePlace & Readonly<{ number: number }>;

/** The tickets that are due just before and just after a place in a view; in one query. */
export async function dueNeighbours(
  ctx: StaffContext,
  { at, ...asked }: Readonly<{ view: View; range: DueRange | null; at: DuePlace }>,
): Promise<Readonly<{ newer: DueNeighbour | null; older: DueNeighbour | null }>> {
  const [sooner, later] = (['sooner', 'later'] as const).map((way) =>
    placesOf(ctx, asked, { from: at, way, limit: 1 }),
  );
  if (!sooner || !later) return { newer: null, older: null };
  const rows = await ctx.db.$queryRaw<(DueNeighbour & { way: 'sooner' | 'later' })[]>`
    select side.way, t.number, t."nextDueAt", t.id
    from (
      select 'sooner' as way, place.id from (${sooner}) as place
      union all select 'later', place.id from (${later}) as place
    ) as side
    join "Ticket" t on t."workspaceId" = ${ctx.workspaceId}::uuid and t.id = side.id`;
  const on = (way: 'sooner' | 'later') => rows.find((row) => row.way === way) ?? null;
  return { newer: on('sooner'), older: on('later') };
}

type Reach = Readonly<{ from: DuePlace | null; way: 'sooner' | 'later'; limit: number }>;

/** Ids and due times from a place on. Each branch is one walk through an index, or two where what is not due follows. */
function placesOf(ctx: StaffContext, { view, range }: DueAsked, reach: Reach): Sql | null {
  const branches = branchesOf(view, ctx.actor);
  if (branches.length === 0) return null;
  const order = sql`${orderOf(reach)} limit ${reach.limit}`;
  const within = range ? rangeOf(range) : [];
  const walks = branches.flatMap((branch) =>
    beyond(reach).map((further) => {
      const where = joinSql([...conditionsOf(ctx, branch), ...within, ...further], ' and ');
      return sql`(select id, "nextDueAt" from "Ticket" where ${where} ${order})`;
    }),
  );
  return sql`select id, "nextDueAt" from (${joinSql(walks, ' union ')}) as walked ${order}`;
}

const orderOf = ({ way }: Reach): Sql =>
  way === 'later' ? sql`order by "nextDueAt", id` : sql`order by "nextDueAt" desc, id desc`;

function rangeOf({ from, until }: DueRange): Sql[] {
  const end = sql`"nextDueAt" < ${until}::timestamptz`;
  return from ? [sql`"nextDueAt" >= ${from}::timestamptz`, end] : [end];
}

/** The stretches beyond a place, of which each is one range of the index. */
function beyond({ from, way }: Reach): Sql[][] {
  if (!from) return [[]];
  const { nextDueAt, id } = from;
  if (way === 'later') {
    if (!nextDueAt) return [[sql`"nextDueAt" is null and id > ${id}::uuid`]];
    const due = sql`("nextDueAt", id) > (${nextDueAt}::timestamptz, ${id}::uuid)`;
    return [[due], [sql`"nextDueAt" is null`]];
  }
  if (nextDueAt) return [[sql`("nextDueAt", id) < (${nextDueAt}::timestamptz, ${id}::uuid)`]];
  return [[sql`"nextDueAt" is null and id < ${id}::uuid`], [sql`"nextDueAt" is not null`]];
}
