import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Dimension } from '@/domain/metrics/dimensions';
import type { MetricPart } from '@/features/metrics/queries';
import { classNames } from '@/ui/class-names';
import { intervalWords, othersClaim, othersWords, responseWords } from '../part-words';
import { useInsightWords } from '../words';

type Props = Readonly<{ part: MetricPart; by: Dimension | 'hour' }>;

const LOOKS = {
  better: 'text-success-ink',
  worse: 'text-danger-ink',
  higher: 'text-ink-soft',
  lower: 'text-ink-soft',
} as const;

/** What a part of a number stands on: its interval and size, or its share of the whole, who answered, and what may be said of it beside the others. */
export function PartFacts({ part, by }: Props) {
  const t = useTranslations('insights.tile');
  const words = useInsightWords();
  const share = part.share === null ? null : words.write.value(part.share, 'share');
  const sample = part.unit === 'count' ? share : t('count', { count: part.count });
  const interval = intervalWords(words, part);
  const response = responseWords(words, part);
  const claim = othersClaim(part, by);
  const Arrow = (part.others?.difference ?? 0) > 0 ? ArrowUp : ArrowDown;
  return (
    <>
      <Sample interval={interval} sample={sample} />
      {response && <span className="block text-ink-faint text-xs tabular-nums">{response}</span>}
      {claim && (
        <span className={classNames('block text-xs tabular-nums', LOOKS[claim])}>
          <Arrow aria-hidden className="mr-1 inline size-3.5 align-text-bottom" />
          {othersWords(words, part, by)}
        </span>
      )}
    </>
  );
}

/** What it stands on; a narrow column breaks it between its two parts. */
function Sample({ interval, sample }: Readonly<{ interval: string | null; sample: string | null }>) {
  if (!(interval || sample)) return null;
  return (
    <span className="block text-ink-faint text-xs tabular-nums">
      {interval && <span className="whitespace-nowrap">{sample ? `${interval} ·` : interval}</span>}{' '}
      {sample && <span className="whitespace-nowrap">{sample}</span>}
    </span>
  );
}
