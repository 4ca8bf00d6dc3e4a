import 'server-only';
import { mayOnTicket } from '@/domain/permission/can';
import { linkedAs, type TicketLink } from '@/domain/ticket/link';
import { LINKED_AS, type LinkedAs } from '@/domain/ticket/link-fact';
import type { TicketStatus } from '@/domain/ticket/ticket';
import { searchTickets } from '@/features/search/queries';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { type Sql, sql } from '@/server/db/sql';

/** A ticket at the other end of a link. */
export type LinkedTicket = Readonly<{
  linkId: string;
  number: number;
  subject: string;
  status: TicketStatus;
  assignee: string | null;
  createdAt: Date;
}>;

/** The linked tickets that stand to this one in one way. */
export type LinkGroup = Readonly<{
  as: LinkedAs;
  /** How many there are that the reader may see, and how many of them are solved or closed. */
  total: number;
  done: number;
  tickets: readonly LinkedTicket[];
}>;

/** So many of each group are shown before somebody asks for all. */
const SHOWN = 6;

type Asked = Readonly<{ ticketId: string; all: boolean }>;

type Row = LinkedTicket &
  Pick<LinkGroup, 'total' | 'done'> &
  Readonly<{ kind: TicketLink['kind']; isFrom: boolean }>;

/**
 * The tickets that are linked with this one, by how they stand to it, open ones first; of each group the first few, or all.
 * Those that the reader may not see, and those that were merged away, are not among them. In one query; nothing for a ticket
 * that the reader may not see.
 */
export async function linksOnTicket(ctx: StaffContext, { ticketId, all }: Asked): Promise<LinkGroup[]> {
  const { workspaceId, actor } = ctx;
  const readable = readableBy(actor);
  // Of equals it says nothing at which end they stand.
  const end = (here: Sql, there: Sql) => sql`
    select id, kind::text as kind, (kind = 'related' or ${here} = "fromId") as "isFrom", ${there} as "otherId", "createdAt"
    from "TicketLink" where "workspaceId" = ${workspaceId}::uuid and ${here} = ${ticketId}::uuid`;
  const rows = await ctx.db.$queryRaw<Row[]>`
    with ends as (${end(sql`"fromId"`, sql`"toId"`)} union all ${end(sql`"toId"`, sql`"fromId"`)}),
    seen as (
      select e.id as "linkId", e.kind, e."isFrom", e."createdAt", t.number, t.subject, t.status, u.name as assignee,
        row_number() over (partition by e.kind, e."isFrom" order by t.active desc, t.number) as place,
        (count(*) over (partition by e.kind, e."isFrom"))::int as total,
        (count(*) filter (where not t.active) over (partition by e.kind, e."isFrom"))::int as done
      from ends e
      join "Ticket" t on t."workspaceId" = ${workspaceId}::uuid and t.id = e."otherId"
      left join "User" u on u.id = t."assigneeId"
      where t."mergedIntoId" is null and ${readable} and exists (
        select 1 from "Ticket" t where t."workspaceId" = ${workspaceId}::uuid and t.id = ${ticketId}::uuid and ${readable})
    )
    select "linkId", kind, "isFrom", "createdAt", number, subject, status, assignee, total, done
    from seen where ${all} or place <= ${SHOWN} order by place`;
  return LINKED_AS.flatMap((as) => {
    const own = rows.filter((row) => asOf(row) === as);
    return own[0] ? [{ as, total: own[0].total, done: own[0].done, tickets: own.map(shown) }] : [];
  });
}

const HERE = 'here';
const asOf = ({ kind, isFrom }: Row): LinkedAs =>
  linkedAs({ kind, fromId: isFrom ? HERE : '', toId: '' }, HERE);

const shown = ({ linkId, number, subject, status, assignee, createdAt }: Row): LinkedTicket => ({
  ...{ linkId, number, subject, status, assignee, createdAt },
});

const MOST_FOUND = 8;

/** A ticket that another one can be linked with. */
export type LinkTarget = Readonly<{
  number: number;
  subject: string;
  status: TicketStatus;
  requester: string;
}>;

/**
 * At most eight tickets with which the ticket of this number may be linked, and is not: those that hold what was typed, or,
 * when nothing was, the problems that are open, and the newest tickets of the same customer. None when the reader may not
 * change it.
 */
export async function findLinkTargets(
  ctx: StaffContext,
  { number, q }: Readonly<{ number: number; q: string }>,
): Promise<LinkTarget[]> {
  const { workspaceId, db } = ctx;
  const ticket = await db.ticket.findUnique({
    where: { workspaceId_number: { workspaceId, number } },
    select: { id: true, requesterId: true, teamId: true, assigneeId: true },
  });
  if (!ticket || !mayOnTicket(ctx.actor, 'ticket.update', ticket)) return [];
  const filter = sql`t.id <> ${ticket.id}::uuid and t."mergedIntoId" is null and not exists (
    select 1 from "TicketLink" l where l."workspaceId" = t."workspaceId"
      and ((l."fromId" = t.id and l."toId" = ${ticket.id}::uuid) or (l."toId" = t.id and l."fromId" = ${ticket.id}::uuid)))`;
  const ids = q.trim()
    ? (await searchTickets(ctx, { q, limit: MOST_FOUND, filter })).hits.map(({ id }) => id)
    : null;
  const own = sql`t."requesterId" = ${ticket.requesterId}::uuid`;
  const which = ids
    ? sql`t.id = any(${ids}::uuid[])`
    : sql`(${own} or (t.active and t.type = 'problem')) and ${filter} and ${readableBy(ctx.actor)}`;
  return db.$queryRaw<LinkTarget[]>`
    select t.number, t.subject, t.status, c."displayName" as requester
    from "Ticket" t
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    where t."workspaceId" = ${workspaceId}::uuid and ${which}
    order by (t.type = 'problem' and t.active) desc, t."activityAt" desc, t.id desc limit ${MOST_FOUND}`;
}
