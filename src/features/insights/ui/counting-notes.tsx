import { useTranslations } from 'next-intl';
import type { MetricValue } from '@/features/metrics/queries';
import { countedWords } from '../part-words';
import type { Described } from '../queries';
import { useInsightWords } from '../words';

type Counted = Pick<MetricValue, 'metric' | 'version' | 'variant' | 'hours'>;
type Props = Readonly<{ values: readonly (Counted | null)[]; metrics: ReadonlyMap<string, Described> }>;

/** How each number of a board is counted: definition, population and version. On paper it is always open. */
export function CountingNotes({ values, metrics }: Props) {
  const t = useTranslations('insights.definitions');
  const words = useInsightWords();
  const known = new Map(values.flatMap((value) => (value ? [[value.metric, value] as const] : [])));
  const list = (
    <dl className="mt-2 grid gap-x-8 gap-y-2 text-sm lg:grid-cols-2 print:grid-cols-2">
      {[...known.values()].map((value) => (
        <div key={value.metric} className="print:break-inside-avoid">
          <dt className="font-medium text-ink">{metrics.get(value.metric)?.name ?? value.metric}</dt>
          <dd className="text-ink-soft">{countedWords(words, metrics, value)}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <div>
      <h2 className="font-semibold text-lg">{t('title')}</h2>
      <details className="print:hidden">
        <summary className="w-fit cursor-pointer rounded-sm text-accent-ink text-sm hover:underline">
          {t('open')}
        </summary>
        {list}
      </details>
      <div className="hidden print:block">{list}</div>
    </div>
  );
}
