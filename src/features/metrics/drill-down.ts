import { type Measure, placeOf } from '@/domain/metrics/facts';
import type { MetricDefinition } from '@/domain/metrics/registry';
import { factsWhere, type Question } from '@/features/metrics/aggregate';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { type Sql, sql } from '@/server/db/sql';

/** One thing that a number counts. `value` is in the unit of the metric: minutes, a score, or 1 and 0 for yes and no. */
type DrillRow = Readonly<{
  /** The ticket, call, chat … and which of its facts. */
  subjectId: string;
  sequence: number;
  at: Date;
  value: number;
  channel: string | null;
  agentName: string | null;
  /** Null for what stands on no ticket, and for tickets that the reader may not open. */
  ticket: Readonly<{ id: string; number: number; subject: string; status: string; requester: string }> | null;
}>;

/** Where a page goes on. */
export type DrillPlace = Readonly<{ at: Date; subjectId: string; sequence: number }>;
export type DrillPage = Readonly<{ rows: readonly DrillRow[]; next: DrillPlace | null }>;

type Asked = Readonly<{
  measure: Measure;
  definition: MetricDefinition;
  question: Question;
  after: DrillPlace | null;
  limit: number;
}>;

type Row = Omit<DrillRow, 'ticket'> &
  Readonly<{
    id: string | null;
    number: number | null;
    subject: string | null;
    status: string | null;
    requester: string | null;
  }>;

/** A page of facts behind a number, the newest first, with their tickets. */
export async function drillRows(ctx: StaffContext, asked: Asked): Promise<DrillPage> {
  const { limit } = asked;
  const rows = await ctx.db.$queryRaw<Row[]>`
    select p."subjectId", p.sequence, p.at, p.value, p.channel, u.name as "agentName", t.id, t.number, t.subject,
      t.status::text, c."displayName" as requester
    from (${pageSql(ctx, asked)}) p
    left join "Ticket" t on t."workspaceId" = ${ctx.workspaceId}::uuid and t.id = p."ticketId" and ${readableBy(ctx.actor)}
    left join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    left join "Membership" m on m."workspaceId" = ${ctx.workspaceId}::uuid and m."userId" = p."agentId"
    left join "User" u on u.id = m."userId"
    order by p.at desc, p."subjectId" desc, p.sequence desc`;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    rows: page.map(drillRow),
    next: more ? { at: last.at, subjectId: last.subjectId, sequence: last.sequence } : null,
  };
}

function drillRow({ id, number, subject, status, requester, ...row }: Row): DrillRow {
  const known = id !== null && number !== null && subject !== null && status !== null;
  return { ...row, ticket: known ? { id, number, subject, status, requester: requester ?? '' } : null };
}

function pageSql(ctx: StaffContext, { measure, definition, question, after, limit }: Asked): Sql {
  const { workspaceId } = ctx;
  const { kind, index } = placeOf(measure);
  const number = sql`f."values"[${index + 1}::int]`;
  const stands = definition.shape === 'level' || definition.shape === 'age';
  const until = { ...question, period: { ...question.period, from: '0001-01-01' } };
  const facts = stands
    ? sql`select f."subjectId", max(f.sequence) as sequence, min(f.at) as at, sum(${number}) as value,
        min(f.channel) as channel, (array_agg(f."agentId" order by f.sequence desc))[1] as "agentId",
        min(f."ticketId"::text)::uuid as "ticketId"
      from "MetricFact" f where ${factsWhere({ workspaceId, kind, question: until })}
      group by f."subjectId" having sum(${number}) > 0`
    : sql`select f."subjectId", f.sequence, f.at, ${number} as value, f.channel, f."agentId", f."ticketId"
      from "MetricFact" f where ${factsWhere({ workspaceId, kind, question })} and ${number} is not null`;
  const beyond = after
    ? sql`where (b.at, b."subjectId", b.sequence) < (${after.at}::timestamptz, ${after.subjectId}::uuid, ${after.sequence}::int)`
    : sql``;
  return sql`select * from (${facts}) b ${beyond}
    order by b.at desc, b."subjectId" desc, b.sequence desc limit ${limit + 1}`;
}
