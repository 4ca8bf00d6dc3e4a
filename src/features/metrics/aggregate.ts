import { DAY_DIMENSIONS, type DayDimension } from '@/domain/metrics/day-sums';
import type { Dimension, Filters } from '@/domain/metrics/dimensions';
import { type FactKind, type Measure, placeOf } from '@/domain/metrics/facts';
import type { Moments } from '@/domain/metrics/intervals';
import type { Bucket, Period } from '@/domain/metrics/period';
import type { StaffActor } from '@/domain/permission/actor';
import type { StaffContext } from '@/server/context';
import { joinSql, type Sql, sql, sqlName } from '@/server/db/sql';

/** What is summed up. */
export type Question = Readonly<{
  timeZone: string;
  weekStart: number;
  period: Period;
  filters: Filters;
  /** Whose tickets count, where not all do: own ones, and those of these teams or of none. */
  scope: Pick<StaffActor, 'id' | 'teamIds'> | null;
  by?: Dimension | 'hour' | undefined;
  bucket?: Bucket | undefined;
}>;

/** The sums of one measure in one bucket of one group; both are empty where nothing is grouped. */
export type Sum = Readonly<{ bucket: string; group: string; measure: string }> & Moments;

/** More groups than anybody reads: the largest are given. */
const MOST_ROWS = 2000;

/**
 * Sums up measures: from the sums of the days where one dimension at most is asked for, else from the facts themselves. Both
 * give the same.
 */
export function sumsOf(
  ctx: Pick<StaffContext, 'db' | 'workspaceId'>,
  measures: readonly Measure[],
  question: Question,
): Promise<Sum[]> {
  const dimension = dayDimensionOf(question);
  return dimension ? fromDays(ctx, measures, { question, dimension }) : fromFacts(ctx, measures, question);
}

/** The dimension of the day sums that answers a question; null where they cannot. */
function dayDimensionOf({ filters, scope, by, bucket }: Question): DayDimension | null {
  const asked = new Set<string>(Object.keys(filters));
  if (by) asked.add(by);
  const [dimension = 'all', ...more] = asked;
  const known = DAY_DIMENSIONS.find((name) => name === dimension);
  const overlaps = dimension === 'tag' && by !== 'tag' && (filters.tag?.length ?? 0) > 1;
  return !known || more.length > 0 || scope || bucket === 'hour' || overlaps ? null : known;
}

type ByDay = Readonly<{ question: Question; dimension: DayDimension }>;

function fromDays(
  { db, workspaceId }: Pick<StaffContext, 'db' | 'workspaceId'>,
  ...[measures, { question, dimension }]: [readonly Measure[], ByDay]
): Promise<Sum[]> {
  const { period, by, filters } = question;
  const wanted = dimension in filters ? filters[dimension as Dimension] : undefined;
  return db.$queryRaw<Sum[]>`
    select ${bucketSql(question, sql`d.day`)} as bucket, ${by ? sql`d.value` : sql`''`} as "group", d.measure,
      sum(d.count)::int as count, sum(d.sum) as sum, sum(d.squares) as "sumOfSquares"
    from "MetricDay" d
    where d."workspaceId" = ${workspaceId}::uuid and d.measure = any(${[...measures]}::text[])
      and d.dimension = ${dimension} and d.day between ${period.from}::date and ${period.to}::date
      and ${wanted ? sql`d.value = any(${[...wanted]}::text[])` : sql`true`}
    group by 1, 2, 3 having sum(d.count) > 0 or d.measure like 'backlog%'
    order by ${by ? sql`sum(d.count) desc` : sql`1`} limit ${MOST_ROWS}`;
}

async function fromFacts(
  ctx: Pick<StaffContext, 'db' | 'workspaceId'>,
  ...[measures, question]: [readonly Measure[], Question]
): Promise<Sum[]> {
  const kinds = new Map<FactKind, Measure[]>();
  for (const measure of measures) {
    const { kind } = placeOf(measure);
    kinds.set(kind, [...(kinds.get(kind) ?? []), measure]);
  }
  const sums = await Promise.all([...kinds].map(([kind, of]) => factSums(ctx, { kind, of, question })));
  return sums.flat();
}

type OfKind = Readonly<{ kind: FactKind; of: readonly Measure[]; question: Question }>;

function factSums(
  { db, workspaceId }: Pick<StaffContext, 'db' | 'workspaceId'>,
  { kind, of, question }: OfKind,
): Promise<Sum[]> {
  const numbers = of.map(
    (measure) => sql`(${measure}::text, f."values"[${placeOf(measure).index + 1}::int])`,
  );
  return db.$queryRaw<Sum[]>`
    select ${bucketSql(question, sql`f.day`)} as bucket, ${groupSql(question.by)} as "group", m.measure,
      count(*)::int as count, sum(m.number) as sum, sum(m.number * m.number) as "sumOfSquares"
    from "MetricFact" f
    cross join lateral (values ${joinSql(numbers, ', ')}) as m(measure, number)
    ${question.by === 'tag' ? TAGS : sql``}
    where ${factsWhere({ workspaceId, kind, question })} and m.number is not null
    group by 1, 2, 3 order by count(*) desc limit ${MOST_ROWS}`;
}

const TAGS = sql`cross join lateral unnest(case when cardinality(f."tagIds") = 0 then array[null::uuid] else f."tagIds" end)
  as tag(id)`;

const COLUMNS = {
  channel: 'channel',
  account: 'channelAccountId',
  team: 'teamId',
  agent: 'agentId',
  language: 'language',
  priority: 'priority',
  type: 'type',
  tier: 'tier',
  organization: 'organizationId',
} as const satisfies Record<Exclude<Dimension, 'tag'>, string>;

function groupSql(by: Question['by']): Sql {
  if (!by) return sql`''`;
  if (by === 'hour') return sql`f.hour::text`;
  return by === 'tag' ? sql`coalesce(tag.id::text, '')` : sql`coalesce(f.${sqlName(COLUMNS[by])}::text, '')`;
}

/** The condition on `"MetricFact" f` for what a question asks of one kind of facts. */
export function factsWhere({
  workspaceId,
  kind,
  question,
}: Readonly<{ workspaceId: string; kind: FactKind; question: Question }>): Sql {
  const { period, timeZone, filters, scope } = question;
  const begin = sql`${period.from}::date::timestamp at time zone ${timeZone}`;
  const end = sql`(${period.to}::date + 1)::timestamp at time zone ${timeZone}`;
  return joinSql(
    [
      sql`f."workspaceId" = ${workspaceId}::uuid and f.kind = ${kind} and f.excluded is null`,
      sql`f.at >= ${begin} and f.at < ${end}`,
      ...narrowedBy(filters),
      ...(scope ? [scopeSql(scope)] : []),
    ],
    ' and ',
  );
}

const narrowedBy = (filters: Filters): Sql[] =>
  Object.entries(filters).map(([name, values]) => filterSql(name as Dimension, values));

/** The condition that the answer of an asking (`id`) was counted, and bears what the filters ask for; true without filters. */
export function answerBears(
  id: Sql,
  { workspaceId, filters }: Readonly<{ workspaceId: string; filters: Filters }>,
): Sql {
  const narrowed = narrowedBy(filters);
  if (narrowed.length === 0) return sql`true`;
  return sql`exists (select from "MetricFact" f where f."workspaceId" = ${workspaceId}::uuid and f."subjectId" = ${id}
    and f.kind = 'answer' and f.excluded is null and ${joinSql(narrowed, ' and ')})`;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function filterSql(name: Dimension, values: readonly string[]): Sql {
  const some = values.filter((value) => value !== '');
  const none = values.length > some.length;
  // What is no id is nobody's.
  const ids = some.filter((value) => UUID.test(value));
  if (name === 'tag') {
    const bears = sql`f."tagIds" && ${ids}::uuid[]`;
    return none ? sql`(${bears} or cardinality(f."tagIds") = 0)` : bears;
  }
  const column = sql`f.${sqlName(COLUMNS[name])}`;
  const isId = name === 'account' || name === 'team' || name === 'agent' || name === 'organization';
  const is = isId ? sql`${column} = any(${ids}::uuid[])` : sql`${column} = any(${some}::text[])`;
  return none ? sql`(${is} or ${column} is null)` : is;
}

const scopeSql = ({ id, teamIds }: Pick<StaffActor, 'id' | 'teamIds'>): Sql =>
  sql`(f."agentId" = ${id}::uuid or f."teamId" is null or f."teamId" = any(${[...teamIds]}::uuid[]))`;

function bucketSql({ bucket, weekStart, timeZone }: Question, day: Sql): Sql {
  switch (bucket) {
    case undefined:
      return sql`''`;
    case 'hour':
      return sql`to_char(date_trunc('hour', f.at at time zone ${timeZone}), 'YYYY-MM-DD"T"HH24:00')`;
    case 'day':
      return sql`to_char(${day}, 'YYYY-MM-DD')`;
    case 'month':
      return sql`to_char(${day}, 'YYYY-MM-01')`;
    case 'week':
      return sql`to_char(${day} - (extract(isodow from ${day})::int - ${weekStart}::int + 7) % 7, 'YYYY-MM-DD')`;
  }
}
