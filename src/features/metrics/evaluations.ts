import { type Evaluated, evaluate } from '@/domain/metrics/evaluate';
import type { Moments } from '@/domain/metrics/intervals';
import { daysIn, maturedPeriod, type Period } from '@/domain/metrics/period';
import { type MetricDefinition, measuresOf } from '@/domain/metrics/registry';
import { type Question, type Sum, sumsOf } from '@/features/metrics/aggregate';
import { endOf, type Viewed } from '@/features/metrics/view';
import type { StaffContext } from '@/server/context';

/** A value with the days that it covers. */
export type Placed = Evaluated & Readonly<{ period: Period }>;
export type Wanted = Readonly<{
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
      const sums =
        daysIn(counted) > 0 ? await sumsOf(ctx, measures, question(view, { period: counted, by })) : [];
      return of.map((definition) => [definition.name, byGroup(definition, view, { sums, period })] as const);
    }),
  );
  return new Map(answers.flat());
}

type Summed = Readonly<{ sums: readonly Sum[]; period: Period }>;

function byGroup(definition: MetricDefinition, view: Viewed, { sums, period }: Summed): Map<string, Placed> {
  const wanted = new Set<string>(measuresOf(definition, view.hours));
  const groups = new Map<string, Map<string, Moments>>();
  for (const { group, measure, ...moments } of sums) {
    if (wanted.has(measure)) groups.set(group, (groups.get(group) ?? new Map()).set(measure, moments));
  }
  const shown = periodFor(definition, view, period);
  const at = endOf(view, shown);
  return new Map(
    [...groups].map(([group, found]) => [
      group,
      { ...evaluate(definition, found, { hours: view.hours, at }), period: shown },
    ]),
  );
}

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

/** The question of a reader about a period. */
export const question = (view: Viewed, over: Pick<Question, 'period' | 'by'>): Question => ({
  timeZone: view.timeZone,
  weekStart: view.settings.weekStart,
  filters: view.filters,
  scope: view.scope,
  ...over,
});

/** The value of what nothing was counted of. */
export const none = (definition: MetricDefinition, view: Viewed, period: Period): Placed => ({
  ...evaluate(definition, new Map(), { hours: view.hours, at: view.now }),
  period: periodFor(definition, view, period),
});
