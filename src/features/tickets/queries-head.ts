import 'server-only';
import type { IdentityKind } from '@/domain/customer/identity';
import type { TierNames } from '@/domain/customer/tier';
import type { FieldValues } from '@/domain/field/field';
import type { Channel, Priority, TicketStatus, TicketType } from '@/domain/ticket/ticket';
import { type FieldValueRow, fieldRowsOf, valuesFrom } from '@/features/fields/commands/field-values';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { sql } from '@/server/db/sql';
import type { DraftPromise } from './draft';
import type { DraftKind } from './inputs';
import type { Upload } from './written-message';

type Identity = Readonly<{
  id: string;
  kind: IdentityKind;
  value: string;
  label: string;
  primary: boolean;
  bounced: boolean;
}>;

/** What this person typed here and has not sent. */
export type StoredDraft = Readonly<{
  kind: DraftKind;
  html: string;
  to: readonly string[];
  cc: readonly string[];
  bcc: readonly string[];
  files: readonly Upload[];
  promise: DraftPromise | null;
  /** ISO 8601. */
  updatedAt: string;
}>;

export type TicketHead = Readonly<{
  id: string;
  number: number;
  subject: string;
  status: TicketStatus;
  priority: Priority;
  type: TicketType;
  channel: Channel;
  requesterId: string;
  assigneeId: string | null;
  assignee: string | null;
  teamId: string | null;
  team: string | null;
  language: string | null;
  spam: boolean;
  /** When it was put into the trash, and when it will be erased; null while it is not there. */
  trashedAt: Date | null;
  erasedOn: Date | null;
  snoozedUntil: Date | null;
  createdAt: Date;
  activityAt: Date;
  lastMessageId: string | null;
  lastMessageAt: Date | null;
  /** Where it was merged to, the ticket that it follows, and those that follow it: numbers that the reader may open. */
  mergedInto: number | null;
  followUpOf: number | null;
  followUps: readonly number[];
  tags: readonly string[];
  drafts: readonly StoredDraft[];
  requester: string;
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first';
  locale: string | null;
  timeZone: string | null;
  note: string;
  /** What the requester sends is held back since then, and why; null while it is not. */
  blockedAt: Date | null;
  blockedReason: string;
  organization: string | null;
  tier: Readonly<{ names: TierNames; colour: string }> | null;
  identities: readonly Identity[];
  /** Of the workspace's own fields of tickets, and of customers. */
  fields: FieldValues;
  customerFields: FieldValues;
}>;

type Row = Omit<TicketHead, 'fields' | 'customerFields'> &
  Readonly<{ fieldRows: readonly FieldValueRow[]; customerFieldRows: readonly FieldValueRow[] }>;

/** A ticket's own fields, its requester, its relatives and the reader's drafts; in one query. Asks nobody's leave. */
export async function ticketHead(ctx: StaffContext, number: number): Promise<TicketHead | null> {
  const { workspaceId, actor } = ctx;
  const related = sql`select t.number from "Ticket" t where t."workspaceId" = k."workspaceId" and ${readableBy(actor)}`;
  const rows = await ctx.db.$queryRaw<Row[]>`
    select k.id, k.number, k.subject, k.status, k.priority, k.type, k.channel, k."requesterId", k."assigneeId",
      k."teamId", k.language, k.spam, k."trashedAt",
      k."asideAt" + make_interval(days => w."asideDays") as "erasedOn", k."snoozedUntil", k."createdAt", k."activityAt", k."lastMessageId", k."lastMessageAt",
      u.name as assignee, m.name as team,
      (${related} and t.id = k."mergedIntoId") as "mergedInto",
      (${related} and t.id = k."followUpOfId") as "followUpOf",
      array(${related} and t."followUpOfId" = k.id order by t.number) as "followUps",
      array(
        select g.name from "TicketTag" x
        join "Tag" g on g."workspaceId" = x."workspaceId" and g.id = x."tagId"
        where x."workspaceId" = k."workspaceId" and x."ticketId" = k.id order by g.name
      ) as tags,
      coalesce((
        select json_agg(json_build_object(
          'kind', d.kind, 'html', d.html, 'to', d.to, 'cc', d.cc, 'bcc', d.bcc, 'updatedAt', d."updatedAt",
          'promise', case when d."promiseDueAt" is not null then json_build_object(
            'about', d."promiseAbout", 'dueAt', d."promiseDueAt", 'sentence', d."promiseSentence") end,
          'files', coalesce((
            select json_agg(json_build_object('id', a.id, 'name', a.name, 'type', a.type, 'size', a.size)
              order by array_position(d."attachmentIds", a.id))
            from "Attachment" a
            where a."workspaceId" = d."workspaceId" and a.id = any(d."attachmentIds") and a."messageId" is null
          ), '[]'::json)))
        from "Draft" d
        where d."workspaceId" = k."workspaceId" and d."ticketId" = k.id and d."userId" = ${actor.id}::uuid
      ), '[]'::json) as drafts,
      ${fieldRowsOf('ticket', sql`k."workspaceId"`, sql`k.id`)} as "fieldRows",
      ${fieldRowsOf('customer', sql`k."workspaceId"`, sql`k."requesterId"`)} as "customerFieldRows",
      case when l.id is not null then json_build_object('names', l.names, 'colour', l.colour) end as tier,
      c."displayName" as requester, c."givenName", c."familyName", c."nameOrder", c.locale, c."timeZone", c.note,
      c."blockedAt", c."blockedReason",
      o.name as organization,
      coalesce((
        select json_agg(json_build_object('id', i.id, 'kind', i.kind, 'value', i.value, 'label', i.label,
          'primary', i.primary,
          'bounced', i."bouncedAt" is not null) order by i.kind, i.primary desc, i."createdAt", i.id)
        from "CustomerIdentity" i where i."workspaceId" = c."workspaceId" and i."customerId" = c.id
      ), '[]'::json) as identities
    from "Ticket" k
    join "Customer" c on c."workspaceId" = k."workspaceId" and c.id = k."requesterId"
    join "Workspace" w on w.id = k."workspaceId"
    left join "Organization" o on o."workspaceId" = c."workspaceId" and o.id = c."organizationId"
    left join "LoyaltyTier" l on l."workspaceId" = c."workspaceId" and l.id = c."tierId"
    left join "User" u on u.id = k."assigneeId"
    left join "Team" m on m."workspaceId" = k."workspaceId" and m.id = k."teamId"
    where k."workspaceId" = ${workspaceId}::uuid and k.number = ${number}`;
  const [row] = rows;
  if (!row) return null;
  const { fieldRows, customerFieldRows, ...head } = row;
  return { ...head, fields: valuesFrom(fieldRows), customerFields: valuesFrom(customerFieldRows) };
}
