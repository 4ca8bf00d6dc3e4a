import type { PlacedFact } from '@/domain/metrics/day-sums';
import { FACT_KINDS, type Measure } from '@/domain/metrics/facts';
import { sketchStep } from '@/domain/metrics/percentiles';
import { bucketOf } from '@/domain/metrics/period';
import { definitionOf, isDuration, METRIC_NAMES, measuresOf } from '@/domain/metrics/registry';

/** What is added to one step of the sketch of a measure, on one day or in one month (`start` is its first day). */
export type SketchSum = Readonly<{
  measure: Measure;
  grain: 'day' | 'month';
  start: string;
  step: number;
  count: number;
}>;

/** The measures whose middle and slowest are told: durations, in open hours and in all. */
export const SKETCHED: ReadonlySet<Measure> = new Set(
  METRIC_NAMES.map(definitionOf)
    .filter(isDuration)
    .flatMap((definition) => [
      ...measuresOf(definition, 'business').slice(0, 1),
      ...measuresOf(definition, 'calendar').slice(0, 1),
    ]),
);

/** What facts that came and facts that went change in the sketches; what cancels out is left out. In one fixed order. */
export function sketchChanges(changes: readonly Readonly<{ fact: PlacedFact; sign: 1 | -1 }>[]): SketchSum[] {
  const sums = new Map<string, SketchSum>();
  for (const { fact, sign } of changes) {
    if (fact.excluded === null) addTo(sums, fact, sign);
  }
  return [...sums]
    .filter(([, { count }]) => count !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => sum);
}

function addTo(sums: Map<string, SketchSum>, fact: PlacedFact, sign: 1 | -1): void {
  const { day, values } = fact;
  for (const [index, measure] of FACT_KINDS[fact.kind].entries()) {
    const value = values[index] ?? null;
    if (value === null || !SKETCHED.has(measure)) continue;
    const step = sketchStep(value);
    for (const place of [
      { grain: 'day', start: day },
      { grain: 'month', start: bucketOf(day, 'month', 1) },
    ] as const) {
      const key = `${measure}\t${place.grain}\t${place.start}\t${step}`;
      sums.set(key, { measure, ...place, step, count: (sums.get(key)?.count ?? 0) + sign });
    }
  }
}
