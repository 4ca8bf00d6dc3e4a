import type { PromiseState } from '@/domain/promise/promise';
import type { SlaMetric } from '@/domain/sla/clock';
import type { Channel, Direction, Priority, TicketStatus } from '@/domain/ticket/ticket';
import type { Branch, Place } from '@/domain/view/view';
import type { StaffContext } from '@/server/context';
import { joinSql, type Sql, sql } from '@/server/db/sql';

/** One line of a list: what it shows and nothing else. */
export type TicketRow = Readonly<{
  id: string;
  number: number;
  subject: string;
  preview: string;
  channel: Channel;
  status: TicketStatus;
  priority: Priority;
  activityAt: Date;
  lastDirection: Direction | null;
  requesterId: string;
  requester: string;
  assigneeId: string | null;
  assignee: string | null;
  teamId: string | null;
  team: string | null;
  tags: readonly string[];
  /** When the next of its promises is due, and which one; null when nothing is due. */
  nextDueAt: Date | null;
  nextDueMetric: SlaMetric | null;
  /** How what the customer was promised stands, and when it is due; null when nothing is promised. */
  promiseState: PromiseState | null;
  promiseDueAt: Date | null;
  /** When it wakes up; null while it is awake. */
  snoozedUntil: Date | null;
  /** Something happened on it since the reader looked. */
  unread: boolean;
}>;

/** What of it travels to the browser. */
export type LineRow = Omit<TicketRow, 'requesterId' | 'assigneeId' | 'teamId' | 'team'> &
  Readonly<{
    /** Its place in the list of a saved view, as it stands in an address. */
    place?: string;
    /** The part of a grouped list that it stands in. */
    group?: string;
    /** What stands in further columns. */
    cells?: Readonly<Record<string, string>>;
  }>;

/** The rows as their lines show them. */
export const lineRows = (rows: readonly TicketRow[]): LineRow[] =>
  rows.map(({ requesterId, assigneeId, teamId, team, ...line }) => line);

/** Which way from which place; null is from the newest. */
export type Reach = Readonly<{ from: Place | null; towards: 'older' | 'newer'; limit: number }>;

/** Ids and places of a view's tickets in the order of reading. Each branch is one walk through an index. */
export function placesOf(ctx: StaffContext, branches: readonly Branch[], reach: Reach): Sql {
  const walks = branches.map((branch) => walk(ctx, branch, reach));
  const order = orderOf(reach);
  return sql`select id, "activityAt" from (${joinSql(walks, ' union ')}) as walked ${order} limit ${reach.limit}`;
}

/** What a ticket of this branch meets. */
export function conditionsOf(ctx: StaffContext, branch: Branch): Sql[] {
  return [
    sql`"workspaceId" = ${ctx.workspaceId}::uuid`,
    sql`"mergedIntoId" is null`,
    ...(branch.aside ? aside(branch.aside) : worked(branch.active)),
    ...(branch.status ? [sql`status = ${branch.status}::"TicketStatus"`] : []),
    ...belongings(branch),
  ];
}

/** With whom a ticket of this branch waits, for whatever has the columns `assigneeId`, `teamId` and `promiseState`. */
export const withWhom = (branch: Branch): Sql =>
  sql`(${joinSql([sql`true`, ...belongings(branch)], ' and ')})`;

const belongings = (branch: Branch): Sql[] => [
  ...(branch.promiseState ? [sql`"promiseState" = ${branch.promiseState}::"PromiseState"`] : []),
  ...equals('"assigneeId"', branch.assigneeId),
  ...equals('"teamId"', branch.teamId),
];

const worked = (active: boolean): Sql[] => [
  active ? sql`active = true` : sql`active = false`,
  sql`not spam`,
  sql`"trashedAt" is null`,
];

/** Few beside all others, so that there is an index of their own, for whatever status. */
const aside = (place: 'spam' | 'trash'): Sql[] => [
  sql`"asideAt" is not null`,
  place === 'trash' ? sql`"trashedAt" is not null` : sql`spam and "trashedAt" is null`,
];

function walk(ctx: StaffContext, branch: Branch, reach: Reach): Sql {
  const where = joinSql([...conditionsOf(ctx, branch), ...beyond(reach)], ' and ');
  return sql`(select id, "activityAt" from "Ticket" where ${where} ${orderOf(reach)} limit ${reach.limit})`;
}

function equals(column: '"assigneeId"' | '"teamId"', id: string | null | undefined): Sql[] {
  if (id === undefined) return [];
  if (column === '"teamId"') return [id === null ? sql`"teamId" is null` : sql`"teamId" = ${id}::uuid`];
  return [id === null ? sql`"assigneeId" is null` : sql`"assigneeId" = ${id}::uuid`];
}

function beyond({ from, towards }: Reach): Sql[] {
  if (!from) return [];
  return towards === 'older'
    ? [sql`("activityAt", id) < (${from.activityAt}, ${from.id}::uuid)`]
    : [sql`("activityAt", id) > (${from.activityAt}, ${from.id}::uuid)`];
}

const orderOf = ({ towards }: Reach): Sql =>
  towards === 'older' ? sql`order by "activityAt" desc, id desc` : sql`order by "activityAt", id`;

/** What happened longer ago than this, in days, is not shown as new any more. */
const NEW_DAYS = 90;

/** The lines of the tickets whose ids `chosen` selects, in its order of `position`. */
export function rowsOf(ctx: StaffContext, chosen: Sql): Promise<TicketRow[]> {
  const oldest = new Date(ctx.now().getTime() - NEW_DAYS * 86_400_000);
  return ctx.db.$queryRaw<TicketRow[]>`
    select t.id, t.number, t.subject, t.preview, t.channel, t.status, t.priority, t."activityAt",
      t."nextDueAt", t."nextDueMetric", t."promiseState", t."promiseDueAt", t."snoozedUntil", t."lastDirection", t."requesterId", c."displayName" as requester, t."assigneeId", u.name as assignee, t."teamId", m.name as team,
      array(
        select g.name from "TicketTag" x
        join "Tag" g on g."workspaceId" = x."workspaceId" and g.id = x."tagId"
        where x."workspaceId" = t."workspaceId" and x."ticketId" = t.id
        order by g.name
      ) as tags,
      coalesce(t."activityAt" > greatest(r."unreadFrom", s."seenAt", ${oldest}::timestamptz), false) and r."userId" is not null as unread
    from (${chosen}) as chosen
    join "Ticket" t on t."workspaceId" = ${ctx.workspaceId}::uuid and t.id = chosen.id
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    left join "User" u on u.id = t."assigneeId"
    left join "Team" m on m."workspaceId" = t."workspaceId" and m.id = t."teamId"
    left join "Membership" r on r."workspaceId" = t."workspaceId" and r."userId" = ${ctx.actor.id}::uuid
    left join "TicketSeen" s
      on s."workspaceId" = t."workspaceId" and s."userId" = r."userId" and s."ticketId" = t.id
    order by chosen.position`;
}
