import 'server-only';
import { mayOnTicket } from '@/domain/permission/can';
import { branchesOf, isAsideView, type Place, VIEWS, type View } from '@/domain/view/view';
import type { StaffContext } from '@/server/context';
import { joinSql, sql } from '@/server/db/sql';
import { type ViewInput, viewInput } from './inputs';
import { PAGE_SIZE } from './page-size';
import { viewFile } from './portable';
import { pageOfView, type SavedPage } from './saved-list';
import { fitsOrder, type SavedPlace } from './saved-place';
import { listSavedViews, savedViewRows } from './saved-views';
import { placesOf, rowsOf, type TicketRow, withWhom } from './ticket-rows';
import { findView, type StoredView } from './view-rows';

/** The most that a counter counts: one more is shown as "1 000+". */
export const COUNT_LIMIT = 1000;

const COUNTED = VIEWS.filter((view) => view !== 'solved' && !isAsideView(view));
export type ViewCounts = Readonly<Record<(typeof COUNTED)[number], number>>;

export type ListPage = Readonly<{
  rows: readonly TicketRow[];
  /** Whether there is more in the direction of older and of newer tickets. */
  older: boolean;
  newer: boolean;
}>;

type Asked = Readonly<{ view: View; after?: Place | null; before?: Place | null }>;

/** One page of a view, newest activity first: the 50 after a place, before a place, or from the top. */
export async function listView(ctx: StaffContext, { view, after, before }: Asked): Promise<ListPage> {
  const branches = branchesOf(view, ctx.actor);
  if (branches.length === 0) return { rows: [], older: false, newer: false };
  const towards = before ? 'newer' : 'older';
  const places = placesOf(ctx, branches, { from: before ?? after ?? null, towards, limit: PAGE_SIZE + 1 });
  const found = await rowsOf(
    ctx,
    sql`select id, row_number() over (order by "activityAt" desc, id desc) as position from (${places}) as place`,
  );
  const more = found.length > PAGE_SIZE;
  if (before) return { rows: more ? found.slice(1) : found, newer: more, older: true };
  return { rows: found.slice(0, PAGE_SIZE), older: more, newer: Boolean(after) };
}

/** The lines of these tickets, in the order of the ids. Ids that the reader may not see are left out. */
export async function listTickets(ctx: StaffContext, ids: readonly string[]): Promise<TicketRow[]> {
  if (ids.length === 0) return [];
  const chosen = sql`select id, position from unnest(${[...ids]}::uuid[]) with ordinality as asked (id, position)`;
  const rows = await rowsOf(ctx, chosen);
  return rows.filter((row) => mayOnTicket(ctx.actor, 'ticket.read', row));
}

/**
 * How many tickets wait in each view that counts open work, never more than `COUNT_LIMIT` + 1; in one query. They are sums of what
 * the database keeps with each save (`OpenCount`): no ticket is read, however many there are and however many people look.
 */
export async function countViews(ctx: StaffContext): Promise<ViewCounts> {
  const sums = COUNTED.map((view) => {
    const branches = branchesOf(view, ctx.actor);
    if (branches.length === 0) return sql`0`;
    const within = joinSql(branches.map(withWhom), ' or ');
    return sql`least(coalesce(sum(tickets) filter (where ${within}), 0), ${COUNT_LIMIT + 1})::int`;
  });
  const [row] = await ctx.db.$queryRaw<{ counts: number[] }[]>`
    select array[${joinSql(sums, ', ')}] as counts from "OpenCount" where "workspaceId" = ${ctx.workspaceId}::uuid`;
  return Object.fromEntries(COUNTED.map((view, index) => [view, row?.counts[index] ?? 0])) as ViewCounts;
}

/** The most tickets that are chosen in one go. */
const CHOSEN_LIMIT = 500;

/** The ids of the newest tickets of a view, at most 500; null when the reader does not see the view. */
export async function idsOfView(ctx: StaffContext, asked: View | Readonly<{ viewId: string }>) {
  if (typeof asked === 'object') {
    const page = await viewPage(ctx, asked.viewId, { after: null, limit: CHOSEN_LIMIT });
    return page?.found.map(({ id }) => id) ?? null;
  }
  const branches = branchesOf(asked, ctx.actor);
  if (branches.length === 0) return [];
  const places = placesOf(ctx, branches, { from: null, towards: 'older', limit: CHOSEN_LIMIT });
  const rows = await ctx.db.$queryRaw<{ id: string }[]>(sql`select id from (${places}) as place`);
  return rows.map(({ id }) => id);
}

type Neighbour = Readonly<{ number: number; activityAt: Date; id: string }>;

/** The tickets above and below a place in a view, for going on without coming back to the list; in one query. */
export async function getNeighbours(ctx: StaffContext, { view, at }: Readonly<{ view: View; at: Place }>) {
  const branches = branchesOf(view, ctx.actor);
  if (branches.length === 0) return { newer: null, older: null };
  const rows = await ctx.db.$queryRaw<(Neighbour & { side: 'newer' | 'older' })[]>`
    select side.name as side, t.number, t."activityAt", t.id
    from (
      select 'newer' as name, place.id from (${placesOf(ctx, branches, { from: at, towards: 'newer', limit: 1 })}) as place
      union all
      select 'older', place.id from (${placesOf(ctx, branches, { from: at, towards: 'older', limit: 1 })}) as place
    ) as side
    join "Ticket" t on t."workspaceId" = ${ctx.workspaceId}::uuid and t.id = side.id`;
  const on = (side: 'newer' | 'older'): Neighbour | null => rows.find((row) => row.side === side) ?? null;
  return { newer: on('newer'), older: on('older') };
}

/** A view as programs see it: without whose it is, and what the reader may do with it. */
const forPrograms = ({
  ownerId: _,
  team: _team,
  mayChange: _mayChange,
  ...view
}: StoredView & Readonly<{ team?: string | null; mayChange?: boolean }>) => view;

/** The saved views that the actor sees, by name. */
export const savedViews = async (ctx: StaffContext) => (await savedViewRows(ctx)).map(forPrograms);

/** One of them; null when it is not there for them. */
export async function viewById(ctx: StaffContext, id: string) {
  const view = await findView(ctx.db, ctx, id);
  return view && forPrograms(view);
}

/** How many tickets the actor sees in each, as they were counted last. */
export async function viewCounts(ctx: StaffContext) {
  const views = await listSavedViews(ctx);
  return views.map(({ id, count, partial }) => ({ id, count, atLeast: partial }));
}

/** The views that the actor sees as a file for another workspace. */
export const exportedViews = async (ctx: StaffContext) => viewFile(ctx, await savedViewRows(ctx));

/** A view as a program gives it, read as a form would be; null when it is none. */
export const readViewInput = (given: unknown): ViewInput | null => viewInput.safeParse(given).data ?? null;

type Paged = Readonly<{ after: SavedPlace | null; limit: number }>;

/** A page of a saved view in its own order; null when the actor does not see the view. A place that does not fit leads to the top. */
export async function viewPage(
  ctx: StaffContext,
  viewId: string,
  { after, limit }: Paged,
): Promise<SavedPage | null> {
  const view = await findView(ctx.db, ctx, viewId);
  if (!view) return null;
  const { timeZone } = await ctx.db.workspace.findUniqueOrThrow({
    where: { id: ctx.workspaceId },
    select: { timeZone: true },
  });
  const { conditions, sort, groupBy } = view;
  const place = after && fitsOrder(after, view) ? after : null;
  return pageOfView(ctx, { conditions, sort, groupBy, timeZone }, { after: place, limit });
}
