import type { Dimension } from '@/domain/metrics/dimensions';
import { metricDefinitions } from '@/features/metrics/queries';
import { translator } from '@/i18n/translator';
import { bucketWords, namesOfParts, type PartNames } from '../part-names';
import type { Described } from '../queries';
import { type ValueWriter, valueWriter } from '../write-value';

/** Everything that a file or a mail with numbers says, in one language. */
export type BookWords = Readonly<{
  locale: string;
  t: Awaited<ReturnType<typeof insightsIn>>;
  common: Awaited<ReturnType<typeof commonIn>>;
  metrics: ReadonlyMap<string, Described>;
  partNames: (by: Dimension | 'hour') => PartNames;
  write: ValueWriter;
  day: (date: string) => string;
}>;

const insightsIn = (locale: string) => translator(locale, 'insights');
const commonIn = (locale: string) => translator(locale, 'common');

/** The words of a language. */
export async function bookWords(locale: string): Promise<BookWords> {
  const [t, common, definitions] = await Promise.all([
    insightsIn(locale),
    commonIn(locale),
    metricDefinitions(locale),
  ]);
  return {
    locale,
    t,
    common,
    metrics: new Map(definitions.map((each) => [each.metric, each])),
    partNames: (by) =>
      namesOfParts(by, { locale, none: (kind) => t(`none.${kind}`), common: (key) => common(key) }),
    write: valueWriter(locale),
    day: bucketWords(locale).day,
  };
}

/** The name of a metric. */
export const nameOf = ({ metrics }: BookWords, metric: string): string => metrics.get(metric)?.name ?? metric;
