import { type Measure, placeOf } from '@/domain/metrics/facts';
import { SKETCH_BASE, type SketchStep, type Spread, spreadOf } from '@/domain/metrics/percentiles';
import { factsWhere, type Question } from '@/features/metrics/aggregate';
import type { StaffContext } from '@/server/context';
import { sql } from '@/server/db/sql';

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
  return asked.count <= EXACT_UP_TO ? exactly(ctx, asked) : bySketch(ctx, asked);
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

async function bySketch(
  { db, workspaceId }: Pick<StaffContext, 'db' | 'workspaceId'>,
  { measure, question }: Asked,
): Promise<MeasuredSpread | null> {
  const { kind, index } = placeOf(measure);
  const number = sql`f."values"[${index + 1}::int]`;
  const steps = await db.$queryRaw<SketchStep[]>`
    select floor(ln(greatest(${number}, 1.0 / 60)) / ${Math.log(SKETCH_BASE)}::float8)::int as step, count(*)::int as count
    from "MetricFact" f where ${factsWhere({ workspaceId, kind, question })} and ${number} is not null
    group by 1 order by 1`;
  const spread = spreadOf(steps);
  return spread && { ...spread, estimated: true };
}
