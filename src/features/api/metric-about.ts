import type { z } from 'zod';
import type { MetricName } from '@/domain/metrics/registry';
import type { metricAbout } from '@/features/api/schemas/metrics';
import { metricDefinitions } from '@/features/metrics/queries';

/** What a metric is, in words, and by which version of its definition it is counted. */
export async function aboutOf(locale: string): Promise<(metric: MetricName) => z.output<typeof metricAbout>> {
  const described = new Map((await metricDefinitions(locale)).map((each) => [each.metric, each]));
  return (metric) => {
    const known = described.get(metric);
    if (!known) throw new Error(`no metric ${metric}`);
    const { name, definition, population, version, unit, anchor } = known;
    return { metric, name, definition, population, version, unit, anchor };
  };
}
