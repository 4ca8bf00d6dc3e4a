import { type FactKind, type Measure, placeOf } from '@/domain/metrics/facts';
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
  /** What it is: a call, a visit, an answer … */
  kind: FactKind;
  /**
   * Of what stands on no ticket: the number of the other side, the article that a visitor read first, the name of the survey, or
   * the state in which somebody was there; null where there is none, and of what the reader may not see.
   */
  about: string | null;
  /** Whether it stands on a ticket, also on one that the reader may not open. */
  hasTicket: boolean;
  /** Whose it is, where it stands on no ticket. */
  customer: Readonly<{ id: string; name: string }> | null;
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

type Row = Omit<DrillRow, 'ticket' | 'customer' | 'kind'> &
  Readonly<{
    customerId: string | null;
    customerName: string | null;
    id: string | null;
    number: number | null;
    subject: string | null;
    status: string | null;
    requester: string | null;
  }>;

/** A page of facts behind a number, the newest first, with their tickets. */
export async function drillRows(ctx: StaffContext, asked: Asked): Promise<DrillPage> {
  const { limit, measure } = asked;
  const { workspaceId, actor } = ctx;
  const { kind } = placeOf(measure);
  // What stands on no ticket belongs to whom it happened to, or to those who see everything.
  const seen = actor.scope === 'all' ? sql`true` : sql`p."agentId" = ${actor.id}::uuid`;
  const bare = sql`p."ticketId" is null and ${seen}`;
  const rows = await ctx.db.$queryRaw<Row[]>`
    select p."subjectId", p.sequence, p.at, p.value, p.channel, u.name as "agentName", t.id, t.number, t.subject,
      t.status::text, c."displayName" as requester, o.id as "customerId", o."displayName" as "customerName",
      p."ticketId" is not null as "hasTicket",
      case when ${bare} then (${aboutSql(kind, workspaceId)}) end as about
    from (${pageSql(ctx, asked)}) p
    left join "Ticket" t on t."workspaceId" = ${workspaceId}::uuid and t.id = p."ticketId" and ${readableBy(actor)}
    left join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    left join "Customer" o on o."workspaceId" = ${workspaceId}::uuid and o.id = p."customerId" and ${bare}
    left join "Membership" m on m."workspaceId" = ${workspaceId}::uuid and m."userId" = p."agentId"
    left join "User" u on u.id = m."userId"
    order by p.at desc, p."subjectId" desc, p.sequence desc`;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    rows: page.map((row) => drillRow(row, kind)),
    next: more ? { at: last.at, subjectId: last.subjectId, sequence: last.sequence } : null,
  };
}

function drillRow(row: Row, kind: FactKind): DrillRow {
  const { id, number, subject, status, requester, customerId, customerName, ...rest } = row;
  const known = id !== null && number !== null && subject !== null && status !== null;
  return {
    ...{ ...rest, kind },
    customer: customerId ? { id: customerId, name: customerName ?? '' } : null,
    ticket: known ? { id, number, subject, status, requester: requester ?? '' } : null,
  };
}

/** What there is to say of something that stands on no ticket. */
function aboutSql(kind: FactKind, workspaceId: string): Sql {
  const of = sql`"workspaceId" = ${workspaceId}::uuid and x.id = p."subjectId"`;
  switch (kind) {
    case 'call':
      return sql`select nullif(case when x.direction = 'inbound' then x."fromNumber" else x."toNumber" end, '')
        from "CallLog" x where x.${of}`;
    case 'presence':
      return sql`select x.state::text from "PresenceSpan" x where x.${of}`;
    case 'asked':
    case 'answer':
      return sql`select d.name from "SurveyInvite" x
        join "SurveyDefinition" d on d."workspaceId" = x."workspaceId" and d.id = x."surveyId" where x.${of}`;
    case 'visit':
      return sql`select r.title from "HelpVisit" v
        join "Article" a on a."workspaceId" = v."workspaceId" and a.id = v."articleId"
        join "ArticleTranslation" r on r."workspaceId" = a."workspaceId" and r."articleId" = a.id and r.locale = a.locale
        where v."workspaceId" = ${workspaceId}::uuid and v."sessionId" = p."subjectId" order by v.at limit 1`;
    default:
      return sql`null::text`;
  }
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
        min(f."ticketId"::text)::uuid as "ticketId", min(f."customerId"::text)::uuid as "customerId"
      from "MetricFact" f where ${factsWhere({ workspaceId, kind, question: until })}
      group by f."subjectId" having sum(${number}) > 0`
    : sql`select f."subjectId", f.sequence, f.at, ${number} as value, f.channel, f."agentId", f."ticketId", f."customerId"
      from "MetricFact" f where ${factsWhere({ workspaceId, kind, question })} and ${number} is not null`;
  const beyond = after
    ? sql`where (b.at, b."subjectId", b.sequence) < (${after.at}::timestamptz, ${after.subjectId}::uuid, ${after.sequence}::int)`
    : sql``;
  return sql`select * from (${facts}) b ${beyond}
    order by b.at desc, b."subjectId" desc, b.sequence desc limit ${limit + 1}`;
}
