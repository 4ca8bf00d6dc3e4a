import { type Measure, placeOf } from '@/domain/metrics/facts';
import {
  definitionOf,
  HOURS_MODES,
  type HoursMode,
  METRIC_NAMES,
  type MetricDefinition,
  type MetricName,
  measuresOf,
} from '@/domain/metrics/registry';
import { translator } from '@/i18n/translator';

/** A metric in words: its name, how it is counted, and over what. */
export type DescribedMetric = Readonly<{
  metric: MetricName;
  name: string;
  definition: string;
  population: string;
  hours: readonly HoursMode[];
  matures: boolean;
  /** Of what it is made by the wall clock, and of scores who was asked. */
  measures: readonly Measure[];
}> &
  Pick<MetricDefinition, 'version' | 'unit' | 'better' | 'area' | 'anchor'>;

/** All metrics in the words of a language. */
export async function describedMetrics(locale: string): Promise<DescribedMetric[]> {
  const t = await translator(locale, 'metrics');
  return METRIC_NAMES.map((metric) => {
    const definition = definitionOf(metric);
    const { version, unit, better, area, anchor, of, business, matures = false } = definition;
    const hours: readonly HoursMode[] = business ? HOURS_MODES : ['calendar'];
    return {
      ...{ metric, version, unit, better, area, anchor, matures },
      name: t(`name.${metric}`),
      definition: t(`definition.${metric}`),
      population: t(`population.${placeOf(of[0] ?? 'created').kind}`),
      hours: unit === 'minutes' ? hours : [],
      measures: measuresOf(definition, 'calendar'),
    };
  });
}
