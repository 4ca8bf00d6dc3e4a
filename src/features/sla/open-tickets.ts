import type { ConditionFacts } from '@/domain/condition/fields';
import { type FieldValueRow, fieldRowsOf, valuesFrom } from '@/features/fields/commands/field-values';
import type { Tx } from '@/server/db/client';
import { type Sql, sql } from '@/server/db/sql';

/** An open ticket as conditions look at it, and by what it is promised now. */
export type OpenTicket = ConditionFacts &
  Readonly<{
    id: string;
    number: number;
    slaPolicyId: string | null;
    slaPolicyVersion: number | null;
    slaCalendarVersion: number | null;
  }>;

const OWN_ROWS = fieldRowsOf('ticket', sql`t."workspaceId"`, sql`t.id`);
type Row = Omit<OpenTicket, 'own'> & Readonly<{ ownRows: readonly FieldValueRow[] }>;

type Asked = Readonly<{ workspaceId: string; after: string | null; limit: number; readable?: Sql }>;

/** The open tickets of a workspace in portions, the newest first: those that come after the id `after`. */
export async function openTickets(
  db: Pick<Tx, '$queryRaw'>,
  { workspaceId, after, limit, readable = sql`true` }: Asked,
): Promise<OpenTicket[]> {
  const further: Sql = after === null ? sql`true` : sql`t.id < ${after}::uuid`;
  const rows = await db.$queryRaw<Row[]>`
    select t.id, t.number, t.subject, t.status, t.priority, t.type, t.channel, t."channelAccountId", t.language,
      t."assigneeId", t."teamId", t."requesterId", (t.spam or t."trashedAt" is not null) as spam, c."organizationId", c."tierId", t."slaPolicyId", t."slaPolicyVersion",
      t."slaCalendarVersion", array(
        select g."tagId"::text from "TicketTag" g where g."workspaceId" = t."workspaceId" and g."ticketId" = t.id
      ) as "tagIds", ${OWN_ROWS} as "ownRows"
    from "Ticket" t
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    where t."workspaceId" = ${workspaceId}::uuid and t.active and ${readable} and ${further}
    order by t.id desc limit ${limit}`;
  return rows.map(({ ownRows, ...ticket }) => ({ ...ticket, own: valuesFrom(ownRows) }));
}
