import { ArrowDown, ArrowUp, Check, Minus, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { MetricValue } from '@/features/metrics/queries';
import { SparkLine } from '@/ui/charts/spark-line';
import { classNames } from '@/ui/class-names';
import { responseWords } from '../part-words';
import { useInsightWords } from '../words';

type Props = Readonly<{
  value: MetricValue;
  name: string;
  /** How it is counted, shown when pointed at. */
  definition: string;
  href: string;
  /** Its course as a small picture. */
  spark?: readonly (number | null)[];
  /** What else there is to say. */
  children?: ReactNode;
}>;

/** A number that a manager is asked for: with how many it stands on, how sure it is, and what has become of it. */
export function Tile({ value, name, definition, href, spark, children }: Props) {
  const t = useTranslations('insights.tile');
  const words = useInsightWords();
  const { write } = words;
  const hidden = value.weight === 'none';
  const response = responseWords(words, value);
  return (
    <article className="relative flex min-w-0 flex-col gap-1 rounded-lg border border-line bg-raised p-4 hover:border-line-strong">
      <h3 className="text-ink-soft text-sm">
        <Link href={href} title={definition} className="after:absolute after:inset-0 after:rounded-lg">
          {name}
        </Link>
      </h3>
      <p
        className={classNames(
          'font-semibold text-2xl tabular-nums',
          value.weight === 'sound' ? 'text-ink' : 'text-ink-soft',
        )}
      >
        {hidden ? (
          <span className="font-normal text-base text-ink-faint">{emptyWords(value, t)}</span>
        ) : (
          write.value(value.value, value.unit)
        )}
      </p>
      <p className="text-ink-faint text-xs tabular-nums">
        {value.unit !== 'count' && value.count > 0 && t('count', { count: value.count })}
        {!hidden && value.interval && (
          <>
            {' · '}
            {t('interval', {
              low: write.value(value.interval.low, value.unit),
              high: write.value(value.interval.high, value.unit),
            })}
          </>
        )}
      </p>
      {response && <p className="text-ink-faint text-xs tabular-nums">{response}</p>}
      <Change value={value} />
      {value.spread && !hidden && (
        <p className="text-balance text-ink-faint text-xs tabular-nums">
          {t('spread', {
            median: write.value(value.spread.median, 'minutes'),
            p90: write.value(value.spread.p90, 'minutes'),
            p95: write.value(value.spread.p95, 'minutes'),
          })}
        </p>
      )}
      {/* Courses of one row of tiles stand on one line, whatever is said above them. */}
      <div className="mt-auto flex flex-col gap-1.5">
        {spark && !hidden && <SparkLine values={spark} />}
        {value.target && <Target value={value} />}
        {children}
      </div>
    </article>
  );
}

const emptyWords = (
  { count }: MetricValue,
  t: ReturnType<typeof useTranslations<'insights.tile'>>,
): string => (count === 0 ? t('nothing') : t('tooFew'));

const LOOKS = {
  better: 'text-success-ink',
  worse: 'text-danger-ink',
  higher: 'text-ink-soft',
  lower: 'text-ink-soft',
} as const;

/** Against the period before: an arrow, a word and a number; grey where nothing may be claimed. */
function Change({ value }: Readonly<{ value: MetricValue }>) {
  const t = useTranslations('insights.tile');
  const { write } = useInsightWords();
  const { difference, claim, previous, unit } = value;
  if (difference === null || !previous || value.weight === 'none' || previous.weight === 'none') {
    return null;
  }
  const Arrow = difference > 0 ? ArrowUp : ArrowDown;
  return (
    <p
      className={classNames(
        'flex items-center gap-1 text-xs tabular-nums',
        claim ? LOOKS[claim] : 'text-ink-faint',
      )}
    >
      {claim ? <Arrow aria-hidden className="size-3.5" /> : <Minus aria-hidden className="size-3.5" />}
      {claim
        ? t(claim, {
            difference: write.difference(difference, unit),
            before: write.value(previous.value, unit),
          })
        : t('same', { before: write.value(previous.value, unit) })}
    </p>
  );
}

const TARGETS = {
  none: { words: 'target', look: 'text-ink-faint', icon: null },
  open: { words: 'targetOpen', look: 'text-ink-faint', icon: null },
  met: { words: 'targetMet', look: 'text-success-ink', icon: Check },
  missed: { words: 'targetMissed', look: 'text-warning-ink', icon: TriangleAlert },
} as const;

function targetState(met: boolean | null, count: number): keyof typeof TARGETS {
  if (met === null) return count > 0 ? 'open' : 'none';
  return met ? 'met' : 'missed';
}

function Target({ value: { target, unit, count } }: Readonly<{ value: MetricValue }>) {
  const t = useTranslations('insights.tile');
  const { write } = useInsightWords();
  if (!target) return null;
  const { words, look, icon: Icon } = TARGETS[targetState(target.met, count)];
  return (
    <p className={classNames('flex items-center gap-1 text-xs tabular-nums', look)}>
      {Icon && <Icon aria-hidden className="size-3.5" />}
      {t(words, { value: write.value(target.value, unit) })}
    </p>
  );
}
