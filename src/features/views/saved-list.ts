import 'server-only';
import { forPerson, type ViewCondition } from '@/domain/condition/view-fields';
import type { ViewGroup, ViewSort } from '@/domain/view/saved-view';
import type { StaffContext } from '@/server/context';
import { freshlyPlanned } from '@/server/db/fresh-plan';
import { readableBy } from '@/server/db/readable-tickets';
import { joinSql, type Sql, sql } from '@/server/db/sql';
import { PAGE_SIZE } from './page-size';
import type { SavedPlace } from './saved-place';
import { tablesFor, viewBounds, viewSql } from './view-sql';

/** What a list of a saved view is asked for: which tickets, and in which order. */
export type SavedAsked = Readonly<{
  conditions: ViewCondition;
  sort: ViewSort;
  groupBy: ViewGroup | null;
  /** The workspace's: its days are meant. */
  timeZone: string;
}>;

type Key = Readonly<{ by: Sql; type: Sql; descending: boolean }>;

const TIME = sql`timestamptz`;
const NUMBER = sql`int`;
const TEXT = sql`text`;
const FOREVER = sql`'infinity'::timestamptz`;

const SORT_KEYS: Readonly<Record<ViewSort, Key>> = {
  activity: { by: sql`t."activityAt"`, type: TIME, descending: true },
  activity_oldest: { by: sql`t."activityAt"`, type: TIME, descending: false },
  due: { by: sql`coalesce(t."nextDueAt", ${FOREVER})`, type: TIME, descending: false },
  newest: { by: sql`t."createdAt"`, type: TIME, descending: true },
  oldest: { by: sql`t."createdAt"`, type: TIME, descending: false },
  waiting: { by: sql`coalesce(t."lastCustomerAt", ${FOREVER})`, type: TIME, descending: false },
  priority: {
    by: sql`array_position(enum_range(null::"Priority"), t.priority)`,
    type: NUMBER,
    descending: true,
  },
};

/** Nobody's and no team's come first; people and teams of one name are kept apart by their ids. */
const GROUP_KEYS: Readonly<Record<ViewGroup, Key>> = {
  status: {
    by: sql`array_position(enum_range(null::"TicketStatus"), t.status)`,
    type: NUMBER,
    descending: false,
  },
  priority: {
    by: sql`array_position(enum_range(null::"Priority"), t.priority)`,
    type: NUMBER,
    descending: true,
  },
  channel: {
    by: sql`array_position(enum_range(null::"Channel"), t.channel)`,
    type: NUMBER,
    descending: false,
  },
  assignee: {
    by: sql`coalesce((select u.name || ' ' || u.id::text from "User" u where u.id = t."assigneeId"), '')`,
    type: TEXT,
    descending: false,
  },
  team: {
    by: sql`coalesce((select m.name || ' ' || m.id::text from "Team" m
      where m."workspaceId" = t."workspaceId" and m.id = t."teamId"), '')`,
    type: TEXT,
    descending: false,
  },
};

const keysOf = ({ sort, groupBy }: SavedAsked): readonly Key[] => [
  ...(groupBy ? [GROUP_KEYS[groupBy]] : []),
  SORT_KEYS[sort],
];

type Reach = Readonly<{ from: SavedPlace | null; towards: 'after' | 'before'; limit: number }>;
type Found = Readonly<{ id: string; number: number; place: SavedPlace }>;

/** Tickets of a view that this person may read, from a place on; in one query. */
export function ticketsFrom(ctx: StaffContext, asked: SavedAsked, reach: Reach): Promise<Found[]> {
  const query = savedSql(ctx, asked, reach);
  return freshlyPlanned(ctx.db, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; number: number; keys: string[] }[]>(query);
    return rows.map(({ id, number, keys }) => ({ id, number, place: { keys, id } }));
  });
}

/** The statement of `ticketsFrom`. */
function savedSql(ctx: StaffContext, asked: SavedAsked, { from, towards, limit }: Reach): Sql {
  const keys = keysOf(asked);
  const condition = forPerson(asked.conditions, ctx.actor);
  const forward = towards === 'after';
  const where = [
    ...viewBounds(ctx.workspaceId, condition),
    readableBy(ctx.actor),
    viewSql(condition, { now: ctx.now(), timeZone: asked.timeZone }),
    ...(from && from.keys.length === keys.length ? [beyond(keys, from, forward)] : []),
  ];
  const order = [
    ...keys.map(({ by, descending }) => (descending === forward ? sql`${by} desc` : sql`${by}`)),
    forward === idsDescend(keys) ? sql`t.id desc` : sql`t.id`,
  ];
  return sql`select t.id, t.number, array[${joinSql(
    keys.map(({ by }) => sql`(${by})::text`),
    ', ',
  )}] as keys
    from ${tablesFor(condition)} where ${joinSql(where, ' and ')} order by ${joinSql(order, ', ')} limit ${limit}`;
}

/** Ids run the way of the last key, so that one index can serve both. */
const idsDescend = (keys: readonly Key[]): boolean => keys.at(-1)?.descending ?? false;

/** What comes after a place: of the first key more, or as much and of the next more, and so on to the ids. */
function beyond(keys: readonly Key[], from: SavedPlace, forward: boolean): Sql {
  const all = [...keys, { by: sql`t.id`, type: sql`uuid`, descending: idsDescend(keys) }];
  const values = [...from.keys, from.id];
  const pieces = all.map(({ by, type, descending }, index) => {
    const value = sql`${values[index]}::text::${type}`;
    const less = descending === forward;
    return { same: sql`${by} = ${value}`, more: less ? sql`${by} < ${value}` : sql`${by} > ${value}` };
  });
  const ways = pieces.map(
    ({ more }, index) =>
      sql`(${joinSql([...pieces.slice(0, index).map(({ same }) => same), more], ' and ')})`,
  );
  const [first] = pieces;
  // The first key alone, once more, as a range that an index understands.
  return first ? sql`(${joinSql(ways, ' or ')}) and (${first.more} or ${first.same})` : sql`true`;
}

export type SavedPage = Readonly<{ found: readonly Found[]; older: boolean; newer: boolean }>;

type Paged = Readonly<{ after?: SavedPlace | null; before?: SavedPlace | null; limit?: number }>;

/** One page of a saved view: those after a place, before a place, or from the top. */
export async function pageOfView(
  ctx: StaffContext,
  asked: SavedAsked,
  { after = null, before = null, limit = PAGE_SIZE }: Paged,
): Promise<SavedPage> {
  const towards = before ? 'before' : 'after';
  const rows = await ticketsFrom(ctx, asked, { from: before ?? after, towards, limit: limit + 1 });
  const more = rows.length > limit;
  const page = rows.slice(0, limit);
  return before
    ? { found: page.toReversed(), newer: more, older: true }
    : { found: page, older: more, newer: after !== null };
}
