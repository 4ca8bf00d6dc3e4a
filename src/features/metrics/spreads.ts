import { type Measure, placeOf } from '@/domain/metrics/facts';
import { SKETCH_BASE, type SketchStep, type Spread, spreadOf } from '@/domain/metrics/percentiles';
import { wholeMonths } from '@/domain/metrics/period';
import { SKETCHED } from '@/domain/metrics/sketch-sums';
import { factsWhere, type Question } from '@/features/metrics/aggregate';
import type { StaffContext } from '@/server/context';
import { joinSql, sql } from '@/server/db/sql';

/** Up to so many values percentiles are exact (`percentile_cont`); beyond, they are read from a sketch and off by 0.5 % at most. */
const EXACT_UP_TO = 50_000;

/** Median, P90 and P95 of a duration; `estimated` where they are read from a sketch. Null without values. */
export type MeasuredSpread = Spread & Readonly<{ estimated: boolean }>;

type Asked = Readonly<{ measure: Measure; count: number; question: Question }>;

/** The middle and the slowest of a duration; `count` is how many values there are, as the sums tell. */
export async function measureSpread(
  ctx: Pick<StaffContext, 'db' | 'workspaceId'>,
  asked: Asked,
): Promise<MeasuredSpread | null> {
  if (asked.count === 0) return null;
  if (asked.count <= EXACT_UP_TO) return exactly(ctx, asked);
  const { filters, scope } = asked.question;
  const isAll = Object.keys(filters).length === 0 && !scope;
  const steps = await (isAll && SKETCHED.has(asked.measure)
    ? keptSteps(ctx, asked)
    : stepsOfFacts(ctx, asked));
  const spread = spreadOf(steps);
  return spread && { ...spread, estimated: true };
}

async function exactly(
  { db, workspaceId }: Pick<StaffContext, 'db' | 'workspaceId'>,
  { measure, question }: Asked,
): Promise<MeasuredSpread | null> {
  const { kind, index } = placeOf(measure);
  const number = sql`f."values"[${index + 1}::int]`;
  const [row] = await db.$queryRaw<{ shares: [number, number, number] | null }[]>`
    select percentile_cont(array[0.5, 0.9, 0.95]) within group (order by ${number}) as shares
    from "MetricFact" f where ${factsWhere({ workspaceId, kind, question })} and ${number} is not null`;
  if (!row?.shares) return null;
  const [median, p90, p95] = row.shares;
  return { median, p90, p95, estimated: false };
}

/** From what was counted by month and by day: of everything, without reading a fact. */
function keptSteps(
  { db, workspaceId }: Pick<StaffContext, 'db' | 'workspaceId'>,
  { measure, question }: Asked,
): Promise<SketchStep[]> {
  const { months, days } = wholeMonths(question.period);
  const places = [
    ...(months ? [{ grain: 'month', ...months }] : []),
    ...days.map((side) => ({ grain: 'day', ...side })),
  ].map(({ grain, from, to }) => sql`(s.grain = ${grain} and s.start between ${from}::date and ${to}::date)`);
  return db.$queryRaw<SketchStep[]>`
    select s.step, sum(s.count)::int as count from "MetricSketch" s
    where s."workspaceId" = ${workspaceId}::uuid and s.measure = ${measure} and (${joinSql(places, ' or ')})
    group by 1 having sum(s.count) > 0 order by 1`;
}

function stepsOfFacts(
  { db, workspaceId }: Pick<StaffContext, 'db' | 'workspaceId'>,
  { measure, question }: Asked,
): Promise<SketchStep[]> {
  const { kind, index } = placeOf(measure);
  const number = sql`f."values"[${index + 1}::int]`;
  return db.$queryRaw<SketchStep[]>`
    select floor(ln(greatest(${number}, 1.0 / 60)) / ${Math.log(SKETCH_BASE)}::float8)::int as step, count(*)::int as count
    from "MetricFact" f where ${factsWhere({ workspaceId, kind, question })} and ${number} is not null
    group by 1 order by 1`;
}
