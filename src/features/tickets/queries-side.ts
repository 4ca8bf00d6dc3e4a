import 'server-only';
import type { FieldDefinition } from '@/domain/field/field';
import { mayOnTicket } from '@/domain/permission/can';
import type { TicketStatus } from '@/domain/ticket/ticket';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { type Sql, sql } from '@/server/db/sql';
import { type Mentionable, mentionableOn } from './mentionable';

const CHOICES = 500;
const OTHERS = 5;

/** The most that is counted. */
const OTHERS_COUNTED = 99;

export type Choice = Readonly<{ id: string; name: string }>;

/** What a ticket's fields can be set to, and the addresses that are ours. */
export type Choices = Readonly<{
  people: readonly Choice[];
  teams: readonly Choice[];
  tags: readonly string[];
  mailboxes: readonly string[];
  /** The workspace's own fields of tickets, archived ones too. */
  fields: readonly FieldDefinition[];
  /** Its own fields of customers that are in use. */
  customerFields: readonly FieldDefinition[];
}>;

/** The workspace's active people, its teams and tags by name, and its mail addresses; in one query. */
export async function ticketChoices({ db, workspaceId }: StaffContext): Promise<Choices> {
  const rows = await db.$queryRaw<Choices[]>`
    select
      coalesce((
        select json_agg(json_build_object('id', p.id, 'name', p.name)) from (
          select u.id, u.name from "Membership" m join "User" u on u.id = m."userId"
          where m."workspaceId" = ${workspaceId}::uuid and m."deactivatedAt" is null
          order by u.name, u.id limit ${CHOICES}
        ) as p
      ), '[]'::json) as people,
      coalesce((
        select json_agg(json_build_object('id', t.id, 'name', t.name)) from (
          select id, name from "Team" where "workspaceId" = ${workspaceId}::uuid order by name limit ${CHOICES}
        ) as t
      ), '[]'::json) as teams,
      array(
        select name from "Tag" where "workspaceId" = ${workspaceId}::uuid order by name limit ${CHOICES}
      ) as tags,
      array(
        select address from "ChannelAccount" where "workspaceId" = ${workspaceId}::uuid and address is not null
      ) as mailboxes,
      ${definitions(workspaceId, sql`f.entity = 'ticket'`)} as fields,
      ${definitions(workspaceId, sql`f.entity = 'customer' and f."archivedAt" is null`)} as "customerFields"`;
  return rows[0] ?? { people: [], teams: [], tags: [], mailboxes: [], fields: [], customerFields: [] };
}

/** Of these only the people, the teams and the tags. */
export async function fieldChoices(ctx: StaffContext): Promise<Pick<Choices, 'people' | 'teams' | 'tags'>> {
  const { people, teams, tags } = await ticketChoices(ctx);
  return { people, teams, tags };
}

/** Whom a note on this ticket can mention; null for who may not write one. */
export async function mentionableOnTicket(ctx: StaffContext, ticketId: string): Promise<Mentionable | null> {
  const { db, workspaceId, actor } = ctx;
  const ticket = await db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id: ticketId } },
    select: { teamId: true, assigneeId: true, requesterId: true },
  });
  return ticket && mayOnTicket(actor, 'ticket.note', ticket) ? mentionableOn(db, ctx, ticket) : null;
}

const definitions = (workspaceId: string, which: Sql): Sql => sql`coalesce((
  select json_agg(json_build_object('id', f.id, 'entity', f.entity, 'key', f.key, 'kind', f.kind,
    'names', f.names, 'descriptions', f.descriptions, 'options', f.options, 'pattern', f.pattern,
    'requirement', f.requirement, 'customerAccess', f."customerAccess", 'shownWhen', f."shownWhen",
    'archived', f."archivedAt" is not null) order by f.position, f.id)
  from "FieldDefinition" f where f."workspaceId" = ${workspaceId}::uuid and ${which}
), '[]'::json)`;

type OtherTicket = Readonly<{
  number: number;
  subject: string;
  status: TicketStatus;
  /** ISO 8601. */
  activityAt: string;
}>;

export type OtherTickets = Readonly<{
  tickets: readonly OtherTicket[];
  /** How many there are; `beyond` when there are even more than that. */
  count: number;
  beyond: boolean;
}>;

type Asked = Readonly<{ ticketId: string; requesterId: string }>;

/** The requester's five newest other tickets that the reader may open, and how many there are; in one query. */
export async function otherTickets(
  ctx: StaffContext,
  { ticketId, requesterId }: Asked,
): Promise<OtherTickets> {
  const readable = readableBy(ctx.actor);
  const rows = await ctx.db.$queryRaw<OtherTickets[]>`
    with others as (
      select t.number, t.subject, t.status, t."activityAt" from "Ticket" t
      where t."workspaceId" = ${ctx.workspaceId}::uuid and t."requesterId" = ${requesterId}::uuid
        and t.id <> ${ticketId}::uuid and ${readable}
      order by t."activityAt" desc, t.id desc limit ${OTHERS_COUNTED + 1}
    )
    select (select least(count(*), ${OTHERS_COUNTED})::int from others) as count,
      (select count(*) > ${OTHERS_COUNTED} from others) as beyond,
      coalesce((select json_agg(n) from (select * from others limit ${OTHERS}) as n), '[]'::json) as tickets`;
  return rows[0] ?? { tickets: [], count: 0, beyond: false };
}
