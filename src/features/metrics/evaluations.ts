import { type Evaluated, evaluate } from '@/domain/metrics/evaluate';
import type { Moments } from '@/domain/metrics/intervals';
import { daysIn, maturedPeriod, type Period } from '@/domain/metrics/period';
import { type MetricDefinition, measuresOf } from '@/domain/metrics/registry';
import { type Question, type Sum, sumsOf } from '@/features/metrics/aggregate';
import { endOf, type Viewed } from '@/features/metrics/view';
import type { StaffContext } from '@/server/context';

/** What a metric is in one group, over which days, and what all other groups together are; null where nothing is split. */
export type Placed = Evaluated & Readonly<{ period: Period; others: Evaluated | null }>;
type Wanted = Readonly<{
  definitions: readonly MetricDefinition[];
  period: Period;
  by?: Question['by'];
}>;

/** Values of metrics by group, for one period: matured ones, standing ones and all others are three questions at most. */
export async function evaluated(
  ctx: StaffContext,
  view: Viewed,
  { definitions, period, by }: Wanted,
): Promise<Map<string, Map<string, Placed>>> {
  const periods = new Map<string, { period: Period; of: MetricDefinition[] }>();
  for (const definition of definitions) {
    const counted = countedPeriod(definition, view, period);
    const key = `${counted.from}/${counted.to}`;
    const same = periods.get(key) ?? { period: counted, of: [] };
    periods.set(key, { ...same, of: [...same.of, definition] });
  }
  const answers = await Promise.all(
    [...periods.values()].map(async ({ period: counted, of }) => {
      const measures = [...new Set(of.flatMap((definition) => measuresOf(definition, view.hours)))];
      const asking = (over: Pick<Question, 'by'>) =>
        daysIn(counted) > 0 ? sumsOf(ctx, measures, question(view, { period: counted, ...over })) : [];
      const sums = await asking({ by });
      // Of tags a fact has several, and of organizations there are more than are read: their sums are not the whole.
      const whole = by === 'tag' || by === 'organization' ? await asking({ by: undefined }) : sums;
      const summed = { sums, whole: by ? whole : null, period };
      return of.map((definition) => {
        const found = isTold(definition, view, by) ? byGroup(definition, view, summed) : new Map();
        return [definition.name, found] as const;
      });
    }),
  );
  return new Map(answers.flat());
}

/** False of what is known as a whole only, and is to be split or narrowed. */
export const isTold = (
  { whole }: MetricDefinition,
  { filters, scope }: Viewed,
  by: Question['by'],
): boolean => !whole || (!by && !scope && Object.keys(filters).length === 0);

type Summed = Readonly<{ sums: readonly Sum[]; whole: readonly Sum[] | null; period: Period }>;

function byGroup(
  definition: MetricDefinition,
  view: Viewed,
  { sums, whole, period }: Summed,
): Map<string, Placed> {
  const wanted = new Set<string>(measuresOf(definition, view.hours));
  const groups = new Map<string, Map<string, Moments>>();
  for (const { group, measure, ...moments } of sums) {
    if (wanted.has(measure)) groups.set(group, (groups.get(group) ?? new Map()).set(measure, moments));
  }
  const all = whole && totals(whole);
  const shown = periodFor(definition, view, period);
  const asked = { hours: view.hours, at: endOf(view, shown), days: daysIn(shown) };
  return new Map(
    [...groups].map(([group, found]) => {
      const others = all && evaluate(definition, without(all, found), asked);
      return [group, { ...evaluate(definition, found, asked), period: shown, others }];
    }),
  );
}

const NOTHING: Moments = { count: 0, sum: 0, sumOfSquares: 0 };

const added = (one: Moments, other: Moments, sign: 1 | -1): Moments => ({
  count: one.count + sign * other.count,
  sum: one.sum + sign * other.sum,
  sumOfSquares: one.sumOfSquares + sign * other.sumOfSquares,
});

function totals(sums: readonly Sum[]): ReadonlyMap<string, Moments> {
  const all = new Map<string, Moments>();
  for (const { measure, ...moments } of sums) {
    all.set(measure, added(all.get(measure) ?? NOTHING, moments, 1));
  }
  return all;
}

const without = (all: ReadonlyMap<string, Moments>, part: ReadonlyMap<string, Moments>) =>
  new Map([...all].map(([measure, sum]) => [measure, added(sum, part.get(measure) ?? NOTHING, -1)]));

/** The days of which nothing can change any more, of a metric that depends on what follows. */
export function periodFor(definition: MetricDefinition, { today, settings }: Viewed, period: Period): Period {
  const { matures, matureDays: days = settings.fcrDays } = definition;
  return matures ? maturedPeriod(period, { today, days }) : period;
}

/** What stands at the end of a period is the sum of everything until then. */
const countedPeriod = (definition: MetricDefinition, view: Viewed, period: Period): Period =>
  definition.shape === 'level' || definition.shape === 'age'
    ? { from: '0001-01-01', to: period.to }
    : periodFor(definition, view, period);

/** What is to be summed up. */
export const question = (view: Viewed, over: Pick<Question, 'period' | 'by'>): Question => ({
  timeZone: view.timeZone,
  weekStart: view.settings.weekStart,
  filters: view.filters,
  scope: view.scope,
  ...over,
});

/** A metric of which nothing was counted. */
export const none = (definition: MetricDefinition, view: Viewed, period: Period): Placed => ({
  ...evaluate(definition, new Map(), { hours: view.hours, at: view.now }),
  period: periodFor(definition, view, period),
  others: null,
});
