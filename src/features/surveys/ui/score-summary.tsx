import { useFormatter, useTranslations } from 'next-intl';
import { ces } from '@/domain/metrics/ces';
import { csat } from '@/domain/metrics/csat';
import {
  countOf,
  type Interval,
  meanInterval,
  meanOf,
  momentsOf,
  type ScoreCount,
  weightOf,
} from '@/domain/metrics/intervals';
import { nps } from '@/domain/metrics/nps';
import { type Share, shareOf } from '@/domain/metrics/wilson';
import { moodOf, type SurveyTerms, scaleOf, scoresOf } from '@/domain/survey/survey';
import { classNames } from '@/ui/class-names';
import type { PlaceRate } from '../queries-feedback';

type Props = Readonly<{
  terms: SurveyTerms;
  counts: readonly ScoreCount[];
  rate: Share;
  places: readonly PlaceRate[];
}>;

type Figure = Readonly<{
  key: string;
  value: string;
  interval: string | null;
}>;

/** The numbers of a survey, each with how many answers it rests on; few answers show no number, or its whole interval. */
export function ScoreSummary({ terms, counts, rate, places }: Props) {
  const t = useTranslations('feedback.score');
  const count = countOf(counts);
  const weight = weightOf(count);
  const figures = useFigures(terms, counts);
  return (
    <section aria-label={t('title')} className="grid gap-3 lg:grid-cols-[2fr_1fr_2fr]">
      <div className="rounded-lg border border-line bg-raised p-4">
        {weight === 'none' ? (
          <p className="text-ink-soft">{t('few')}</p>
        ) : (
          <dl className="flex flex-wrap gap-x-8 gap-y-3">
            {figures.map(({ key, value, interval }) => (
              <div key={key}>
                <dt className="text-ink-soft text-sm">{t(`metric.${key}` as 'metric.csat')}</dt>
                <dd>
                  <span
                    className={classNames(
                      'font-semibold text-2xl tabular-nums tracking-tight',
                      weight === 'uncertain' ? 'text-ink-faint' : 'text-ink',
                    )}
                  >
                    {value}
                  </span>
                  {interval && <span className="ml-2 text-ink-faint text-sm tabular-nums">{interval}</span>}
                </dd>
              </div>
            ))}
          </dl>
        )}
        <p className="mt-2 text-ink-faint text-sm">
          {t('answers', { count })}
          {weight === 'uncertain' && ` · ${t('uncertain')}`}
        </p>
      </div>
      <Response rate={rate} places={places} />
      <Distribution terms={terms} counts={counts} />
    </section>
  );
}

/** How many of those who were asked have answered, and where they were asked. */
function Response({ rate, places }: Pick<Props, 'rate' | 'places'>) {
  const t = useTranslations('feedback.score');
  const format = useFormatter();
  const percentOf = ({ share, count }: Share) =>
    share === null || weightOf(count) === 'none'
      ? '–'
      : format.number(share, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <div className="rounded-lg border border-line bg-raised p-4">
      <p className="text-ink-soft text-sm">{t('rate')}</p>
      <p className="font-semibold text-2xl text-ink tabular-nums tracking-tight">{percentOf(rate)}</p>
      <p className="mt-2 text-ink-faint text-sm">{t('rateOf', { answered: rate.hits, asked: rate.count })}</p>
      {places.length > 1 && (
        <dl className="mt-2 flex flex-col gap-0.5 text-sm">
          {places.map(({ channel, rate: here }) => (
            <div key={channel} className="flex flex-wrap justify-between gap-x-3">
              <dt className="text-ink-soft">{t(`place.${channel}`)}</dt>
              <dd className="text-ink-faint tabular-nums">
                {percentOf(here)} · {here.hits}/{here.count}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function useFigures(terms: SurveyTerms, counts: readonly ScoreCount[]): Figure[] {
  const format = useFormatter();
  const one = (value: number) => format.number(value, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 });
  const two = (value: number) => format.number(value, { maximumFractionDigits: 2, minimumFractionDigits: 2 });
  const span = (interval: Interval | null, say: (value: number) => string) =>
    interval && `${say(interval.low)} – ${say(interval.high)}`;
  const share = (key: string, { share: value, interval }: Share): Figure => ({
    key,
    value: value === null ? '–' : percent(value),
    interval: span(interval, percent),
  });
  const mean = (key: string): Figure => {
    const moments = momentsOf(counts);
    const value = meanOf(moments);
    return { key, value: value === null ? '–' : two(value), interval: span(meanInterval(moments), two) };
  };
  const byKind: Readonly<Record<SurveyTerms['kind'], () => Figure[]>> = {
    csat: () => [share('csat', csat(counts, terms.steps))],
    nps: () => {
      const { score, interval } = nps(counts);
      return [
        {
          key: 'nps',
          value: score === null ? '–' : format.number(score, { signDisplay: 'exceptZero' }),
          interval: span(interval, one),
        },
      ];
    },
    ces: () => {
      const { easy, index } = ces(counts);
      const value = index === null ? '–' : format.number(index, { signDisplay: 'exceptZero' });
      return [mean('cesMean'), share('cesEasy', easy), { key: 'cesIndex', value, interval: null }];
    },
    resolved: () => [
      share(
        'resolved',
        shareOf(
          countOf(counts, (score) => score === 1),
          countOf(counts),
        ),
      ),
    ],
    custom: () => [mean('custom')],
  };
  return byKind[terms.kind]();
}

const BARS = { good: 'bg-success-ink', middling: 'bg-ink-faint', bad: 'bg-danger-ink' } as const;

/** How often each score was given: a table whose bars only repeat its numbers. */
function Distribution({ terms, counts }: Pick<Props, 'terms' | 'counts'>) {
  const t = useTranslations('feedback.score');
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <div className="flex items-center rounded-lg border border-line bg-raised px-2 py-3">
      <table className="w-full text-sm">
        <caption className="sr-only">{t('distribution')}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('scoreHead')}</th>
            <th scope="col">{t('countHead')}</th>
          </tr>
        </thead>
        <tbody>
          {scoresOf(scaleOf(terms))
            .toReversed()
            .map((score) => {
              const count = counts.find((each) => each.score === score)?.count ?? 0;
              return (
                <tr key={score}>
                  <th
                    scope="row"
                    className="w-10 py-0.5 pl-2 text-right font-normal text-ink-soft tabular-nums"
                  >
                    {score}
                  </th>
                  <td className="px-3 py-0.5">
                    <span className="flex items-center gap-2">
                      <span
                        aria-hidden
                        style={{ inlineSize: `${(count / most) * 75}%` }}
                        className={classNames('h-2 min-w-px rounded-full', BARS[moodOf(score, terms)])}
                      />
                      <span className="text-ink-faint tabular-nums">{count}</span>
                    </span>
                  </td>
                </tr>
              );
            })}
        </tbody>
      </table>
    </div>
  );
}
