import { Check } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { FcrVariant } from '@/domain/metrics/registry';
import type { MetricValue } from '@/features/metrics/queries';
import { DataTable } from '@/ui/data-table';
import { type Asked, askedAgain } from '../asked';
import { intervalWords, responseWords } from '../part-words';
import type { Described } from '../queries';
import { useInsightWords } from '../words';
import { BoardSection } from './board-section';

type Props = Readonly<{
  workspace: string;
  asked: Asked;
  variants: readonly MetricValue[];
  /** By which way the workspace counts; none on the page of one of the ways. */
  chosen: FcrVariant | null | undefined;
  metrics: ReadonlyMap<string, Described>;
}>;

/** First contact resolution by every way of counting it, one beside the other; which is the workspace's own is said. Nothing of other numbers. */
export function VariantTable({ workspace, asked, variants, chosen, metrics }: Props) {
  const t = useTranslations('insights');
  const words = useInsightWords();
  const isChosen = ({ metric }: MetricValue) => metric === `fcr_${chosen}`;
  if (variants.length === 0) return null;
  return (
    <BoardSection id="ways" title={t('ways')}>
      <DataTable
        caption={t('ways')}
        rows={variants}
        rowKey={({ metric }) => metric}
        empty={null}
        columns={[
          {
            key: 'way',
            head: t('way'),
            cell: (variant) => (
              <>
                <Link
                  href={`/${workspace}/insights/metrics/${variant.metric}${askedAgain(asked)}`}
                  className="font-medium text-ink underline-offset-2 hover:underline"
                >
                  {metrics.get(variant.metric)?.name ?? variant.metric}
                </Link>
                {isChosen(variant) && (
                  <span className="ml-2 inline-flex items-center gap-1 text-accent-ink text-xs">
                    <Check aria-hidden className="size-3.5" />
                    {t('wayChosen')}
                  </span>
                )}
                <span className="block max-w-2xl text-ink-faint text-xs">
                  {metrics.get(variant.metric)?.definition}
                </span>
              </>
            ),
          },
          {
            key: 'value',
            head: t('value'),
            kind: 'number',
            cell: (variant) => <VariantValue variant={variant} words={words} />,
          },
        ]}
      />
    </BoardSection>
  );
}

type ValueProps = Readonly<{ variant: MetricValue; words: ReturnType<typeof useInsightWords> }>;

function VariantValue({ variant, words }: ValueProps) {
  const t = useTranslations('insights.tile');
  const { weight, value, unit, count } = variant;
  const facts = [t('count', { count }), intervalWords(words, variant), responseWords(words, variant)];
  return (
    <>
      {weight === 'none' ? (
        <span className="text-ink-faint">{t(count === 0 ? 'nothing' : 'tooFew')}</span>
      ) : (
        words.write.value(value, unit)
      )}
      {facts.filter(Boolean).map((fact) => (
        <span key={fact} className="block whitespace-nowrap text-ink-faint text-xs">
          {fact}
        </span>
      ))}
    </>
  );
}
