import 'server-only';
import type { StaffContext } from '@/server/context';
import { readableWithTrash } from '@/server/db/readable-tickets';
import { type Sql, sql } from '@/server/db/sql';
import { ticketFields } from './own-fields';
import { ticketSla } from './ticket-sla';

export type TicketRow = Readonly<{
  id: string;
  number: number;
  status: string;
  createdAt: Date;
  updatedAt: Date;
  sla: Readonly<{ nextDueAt: string | null }>;
}>;

/** The tickets whose ids `chosen` selects, in its order of `position`, as the API shows them. */
export function ticketRows(
  ctx: StaffContext,
  chosen: Sql,
  db: Pick<StaffContext['db'], '$queryRaw'> = ctx.db,
): Promise<TicketRow[]> {
  return db.$queryRaw<TicketRow[]>`
    select t.id, t.number, t.subject, t.status, t.status as "statusCategory", t.priority, t.type, t.channel,
      json_build_object('id', c.id, 'name', c."displayName", 'email', (
        select i.value from "CustomerIdentity" i
        where i."workspaceId" = c."workspaceId" and i."customerId" = c.id and i.kind = 'email'
        order by i."primary" desc, i."createdAt" limit 1)) as requester,
      case when u.id is not null then json_build_object('id', u.id, 'name', u.name, 'email', u.email) end as assignee,
      case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end as team,
      array(
        select tag.name from "TicketTag" x
        join "Tag" tag on tag."workspaceId" = x."workspaceId" and tag.id = x."tagId"
        where x."workspaceId" = t."workspaceId" and x."ticketId" = t.id order by tag.name
      ) as tags,
      t.language, t.spam, t."trashedAt", f.number as "followUpOf", m.number as "mergedInto",
      t."createdAt", t."updatedAt", t."activityAt", t."firstRepliedAt", t."solvedAt", t."closedAt", t."snoozedUntil", ${ticketSla(ctx.now())} as sla,
      ${ticketFields} as fields
    from (${chosen}) as chosen
    join "Ticket" t on t."workspaceId" = ${ctx.workspaceId}::uuid and t.id = chosen.id
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    left join "User" u on u.id = t."assigneeId"
    left join "Team" g on g."workspaceId" = t."workspaceId" and g.id = t."teamId"
    left join "Ticket" f on f."workspaceId" = t."workspaceId" and f.id = t."followUpOfId"
    left join "Ticket" m on m."workspaceId" = t."workspaceId" and m.id = t."mergedIntoId"
    order by chosen.position`;
}

/** One ticket by its number, or null where there is none that the reader may see. */
export async function ticketByNumber(ctx: StaffContext, number: number): Promise<TicketRow | null> {
  const chosen = sql`select t.id, 1 as position ${readable(ctx, sql`t.number = ${number}`)}`;
  return (await ticketRows(ctx, chosen))[0] ?? null;
}

/** The same by its id. */
export async function ticketById(ctx: StaffContext, id: string): Promise<TicketRow | null> {
  const chosen = sql`select t.id, 1 as position ${readable(ctx, sql`t.id = ${id}::uuid`)}`;
  return (await ticketRows(ctx, chosen))[0] ?? null;
}

/** The id of a ticket that the reader may see, by its number; null where there is none. */
export async function ticketIdOf(ctx: StaffContext, number: number): Promise<string | null> {
  const [row] = await ctx.db.$queryRaw<{ id: string }[]>`
    select t.id ${readable(ctx, sql`t.number = ${number}`)}`;
  return row?.id ?? null;
}

/** The ids of those of these tickets that the reader may see, by their numbers. */
export async function ticketIdsOf(
  ctx: StaffContext,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await ctx.db.$queryRaw<{ id: string; number: number }[]>`
    select t.id, t.number ${readable(ctx, sql`t.number = any(${[...numbers]}::int[])`)}`;
  return new Map(rows.map(({ id, number }) => [number, id]));
}

const readable = (ctx: StaffContext, which: Sql): Sql => sql`
  from "Ticket" t where t."workspaceId" = ${ctx.workspaceId}::uuid and ${which} and ${readableWithTrash(ctx.actor)}`;
