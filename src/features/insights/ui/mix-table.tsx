import { useTranslations } from 'next-intl';
import { weightOf } from '@/domain/metrics/intervals';
import { wilsonInterval } from '@/domain/metrics/wilson';
import type { workMix } from '@/features/metrics/queries';
import { DataTable } from '@/ui/data-table';
import { useInsightWords } from '../words';

type Mix = Awaited<ReturnType<typeof workMix>>[number];

/** The channels, languages and urgency of what each person answered; of fewer than 5 answers no shares. */
export function MixTable({ rows }: Readonly<{ rows: readonly Mix[] }>) {
  const t = useTranslations('insights.mix');
  const { write, partNames } = useInsightWords();
  const shares = (by: 'channel' | 'language', { answers }: Mix, parts: Mix['channels']) =>
    weightOf(answers) === 'none'
      ? '–'
      : parts
          .map(({ value, count }) => `${partNames(by)(value, null)} ${write.value(count / answers, 'share')}`)
          .join(', ');
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      rowKey={({ agentId }) => agentId}
      empty={<p className="py-4 text-ink-faint">{t('none')}</p>}
      columns={[
        { key: 'person', head: t('person'), cell: ({ name }) => <span className="font-medium">{name}</span> },
        { key: 'answers', head: t('answers'), kind: 'number', cell: ({ answers }) => write.count(answers) },
        { key: 'channels', head: t('channels'), cell: (mix) => shares('channel', mix, mix.channels) },
        {
          key: 'languages',
          head: t('languages'),
          wide: true,
          cell: (mix) => shares('language', mix, mix.languages),
        },
        { key: 'urgent', head: t('urgent'), kind: 'number', cell: (mix) => <Urgent mix={mix} /> },
      ]}
    />
  );
}

function Urgent({ mix: { answers, urgent } }: Readonly<{ mix: Mix }>) {
  const t = useTranslations('insights.tile');
  const { write } = useInsightWords();
  const interval = wilsonInterval(urgent, answers);
  if (weightOf(answers) === 'none' || !interval) return <span className="text-ink-faint">{t('tooFew')}</span>;
  return (
    <>
      {write.value(urgent / answers, 'share')}
      <span className="block whitespace-nowrap text-ink-faint text-xs">
        {t('interval', {
          low: write.value(interval.low, 'share'),
          high: write.value(interval.high, 'share'),
        })}
      </span>
    </>
  );
}
