import { type Evaluated, evaluate } from '@/domain/metrics/evaluate';
import type { Moments } from '@/domain/metrics/intervals';
import { type Bucket, bucketsOf, daysFrom, daysIn, type Period } from '@/domain/metrics/period';
import { type MetricDefinition, measuresOf } from '@/domain/metrics/registry';
import { type Question, type Sum, sumsOf } from '@/features/metrics/aggregate';
import { isTold } from '@/features/metrics/evaluations';
import { endOf, type Viewed } from '@/features/metrics/view';
import type { StaffContext } from '@/server/context';

type Point = Evaluated & Readonly<{ start: string }>;
type Asked = Readonly<{
  definition: MetricDefinition;
  period: Period;
  bucket: Bucket;
  by: Question['by'];
}>;

const MOST_LINES = 10;
/** By the hour at most a month is shown. */
const MOST_HOURS = 31 * 24;

/** The points of a metric's lines, by group; every bucket of the period is there, without a value where nothing was counted. */
export async function pointsOf(ctx: StaffContext, view: Viewed, asked: Asked): Promise<Map<string, Point[]>> {
  const { definition, period, bucket, by } = asked;
  const { timeZone, filters, scope, settings } = view;
  const base = { timeZone, filters, scope, weekStart: settings.weekStart, by };
  const measures = measuresOf(definition, view.hours);
  const told = isTold(definition, view, by);
  const sums = told ? await sumsOf(ctx, measures, { ...base, period, bucket }) : [];
  const stands = definition.shape === 'level' || definition.shape === 'age';
  const past = { from: '0001-01-01', to: daysFrom(period.from, -1) };
  const before = stands ? await sumsOf(ctx, measures, { ...base, period: past }) : [];
  const groups = by ? largest([...before, ...sums]) : [''];
  const starts = startsOf(asked, view);
  return new Map(
    groups.map((group) => {
      const own = sums.filter((sum) => sum.group === group);
      const standing = before.filter((sum) => sum.group === group);
      return [group, linePoints(asked, view, { own, standing, starts, stands })];
    }),
  );
}

function largest(sums: readonly Sum[]): string[] {
  const counts = new Map<string, number>();
  for (const { group, count } of sums) counts.set(group, (counts.get(group) ?? 0) + count);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_LINES)
    .map(([group]) => group);
}

function startsOf({ period, bucket }: Asked, { settings }: Viewed): string[] {
  if (bucket !== 'hour') return bucketsOf(period, bucket, settings.weekStart);
  return bucketsOf(period, 'day', 1)
    .flatMap((day) => Array.from({ length: 24 }, (_, hour) => `${day}T${String(hour).padStart(2, '0')}:00`))
    .slice(0, MOST_HOURS);
}

type Line = Readonly<{
  own: readonly Sum[];
  standing: readonly Sum[];
  starts: readonly string[];
  stands: boolean;
}>;

function linePoints({ definition, period }: Asked, view: Viewed, line: Line): Point[] {
  const { own, standing, starts, stands } = line;
  const running = new Map<string, Moments>();
  for (const sum of standing) addTo(running, sum);
  return starts.map((start, index) => {
    const here = own.filter(({ bucket }) => bucket === start);
    const sums = stands ? running : new Map<string, Moments>();
    for (const sum of here) addTo(sums, sum);
    const next = starts[index + 1]?.slice(0, 10);
    const to = next && next > start ? daysFrom(next, -1) : period.to;
    const days = daysIn({ from: start < period.from ? period.from : start, to });
    return {
      ...evaluate(definition, sums, { hours: view.hours, at: endOf(view, { from: start, to }), days }),
      start,
    };
  });
}

function addTo(sums: Map<string, Moments>, { measure, count, sum, sumOfSquares }: Sum): void {
  const known = sums.get(measure) ?? { count: 0, sum: 0, sumOfSquares: 0 };
  sums.set(measure, {
    count: known.count + count,
    sum: known.sum + sum,
    sumOfSquares: known.sumOfSquares + sumOfSquares,
  });
}
