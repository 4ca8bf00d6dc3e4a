import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { MetricValue } from '@/features/metrics/queries';
import { DataTable } from '@/ui/data-table';
import { countedWords, intervalWords, responseWords } from '../part-words';
import type { Described } from '../queries';
import { useInsightWords } from '../words';
import { TargetField } from './target-field.client';

type Props = Readonly<{
  workspace: string;
  targets: readonly MetricValue[];
  metrics: ReadonlyMap<string, Described>;
}>;

/** What each number is to be, beside what it was in the last 30 days. */
export function TargetTable({ workspace, targets, metrics }: Props) {
  const t = useTranslations('insights.targets');
  const words = useInsightWords();
  const { write, t: say } = words;
  const nameOf = (metric: string) => metrics.get(metric)?.name ?? metric;
  return (
    <DataTable
      caption={t('title')}
      rows={targets}
      rowKey={({ metric }) => metric}
      columns={[
        {
          key: 'metric',
          head: t('metric'),
          cell: ({ better, ...value }) => (
            <>
              <Link
                href={`/${workspace}/insights/metrics/${value.metric}`}
                title={countedWords(words, metrics, value)}
                className="font-medium underline-offset-2 hover:underline"
              >
                {nameOf(value.metric)}
              </Link>
              <span className="block text-ink-faint text-xs">
                {t(better === 'higher' ? 'higherIsBetter' : 'lowerIsBetter')}
              </span>
            </>
          ),
        },
        {
          key: 'now',
          head: t('now'),
          kind: 'number',
          wide: true,
          className: 'whitespace-normal',
          cell: (value) => (
            <span className={value.weight === 'sound' ? '' : 'text-ink-faint'}>
              {value.weight === 'none' ? '–' : write.value(value.value, value.unit)}
              <span className="block text-ink-faint text-xs">
                {[
                  intervalWords(words, value),
                  value.unit !== 'count' && say('tile.count', { count: value.count }),
                  responseWords(words, value),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          ),
        },
        { key: 'met', head: t('state'), wide: true, cell: (value) => <Met value={value} /> },
        {
          key: 'target',
          head: t('target'),
          cell: ({ metric, unit, target }) => (
            <TargetField
              key={target?.value ?? 'none'}
              workspace={workspace}
              metric={metric}
              name={nameOf(metric)}
              unit={unit}
              value={target?.value ?? null}
            />
          ),
        },
      ]}
    />
  );
}

function Met({ value: { target } }: Readonly<{ value: MetricValue }>) {
  const t = useTranslations('insights.targets');
  if (!target) return null;
  if (target.met === null) return <span className="text-ink-faint">{t('open')}</span>;
  return (
    <span className={target.met ? 'text-success-ink' : 'text-warning-ink'}>
      {t(target.met ? 'met' : 'missed')}
    </span>
  );
}
