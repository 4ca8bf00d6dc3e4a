import type { Dimension } from '@/domain/metrics/dimensions';
import type { MetricPart, MetricValue } from '@/features/metrics/queries';
import type { BookWords } from './books/book-words';
import type { Described } from './queries';
import type { DrillPage } from './queries-metric';

type Says = Pick<BookWords, 't' | 'write'>;
type Value = Pick<MetricValue, 'response' | 'count'>;

/** How many of those who were asked answered, in words; null of what nobody is asked for. Of fewer than 5 only how many. */
export function responseWords({ t, write }: Says, { response, count: answers }: Value): string | null {
  // Answers to what was asked before the period say nothing of a rate.
  if (!response || (response.count === 0 && answers > 0)) return null;
  const { value, count, weight } = response;
  return weight === 'none' || value === null
    ? t('tile.responseFew', { count })
    : t('tile.response', { rate: write.value(value, 'share'), count });
}

/** The 95 % interval in words; null where there is none, and of too few. */
export function intervalWords(
  { t, write }: Says,
  { interval, unit, weight }: Pick<MetricValue, 'interval' | 'unit' | 'weight'>,
): string | null {
  if (!interval || weight === 'none') return null;
  return t('tile.interval', {
    low: write.value(interval.low, unit),
    high: write.value(interval.high, unit),
  });
}

const CLAIMS = {
  better: 'othersBetter',
  worse: 'othersWorse',
  higher: 'othersHigher',
  lower: 'othersLower',
} as const;

/** What a part may be called beside all the others: nothing where their intervals overlap. People are never called better or worse. */
export function othersClaim(part: MetricPart, by: Dimension | 'hour'): keyof typeof CLAIMS | null {
  const { others, weight } = part;
  if (!others?.claim || weight === 'none' || others.difference === null) return null;
  if (by !== 'agent') return others.claim;
  return others.difference > 0 ? 'higher' : 'lower';
}

/** The same in words; null where nothing may be said. */
export function othersWords({ t, write }: Says, part: MetricPart, by: Dimension | 'hour'): string | null {
  const claim = othersClaim(part, by);
  const value = part.others?.value ?? null;
  return claim && value !== null
    ? t(`tile.${CLAIMS[claim]}`, { value: write.value(value, part.unit) })
    : null;
}

type Counted = Pick<MetricValue, 'metric' | 'version' | 'variant' | 'hours'>;

/** How a number was counted: by the way that the workspace has chosen, over what, in which version and hours. */
export function countedWords(
  { t }: Pick<Says, 't'>,
  metrics: ReadonlyMap<string, Described>,
  { metric, version, variant, hours }: Counted,
): string {
  const described = metrics.get(variant ? `fcr_${variant}` : metric) ?? metrics.get(metric);
  if (!described) return '';
  const { name, definition, population } = described;
  return [
    ...(variant ? [`${name}.`] : []),
    definition,
    population,
    ...(hours ? [`${t(`filter.${hours}`)}.`] : []),
    `${t('definitions.version', { version })}.`,
  ].join(' ');
}

const KINDS = ['call', 'visit', 'presence', 'asked', 'answer', 'chat'] as const;
const STATES = ['online', 'away', 'break', 'offline'] as const;

type Subject = Pick<DrillPage['rows'][number], 'kind' | 'about' | 'hasTicket'>;

/** What something behind a number is called where no ticket is shown: hidden where there is one that the reader may not open. */
export function subjectWords(t: Says['t'], { kind, about, hasTicket }: Subject) {
  if (hasTicket) return { isHidden: true, kind: t('drill.hidden'), about: null };
  const named = KINDS.find((each) => each === kind) ?? 'other';
  const state = kind === 'presence' ? STATES.find((each) => each === about) : undefined;
  return {
    isHidden: false,
    kind: t(`drill.kind.${named}`),
    about: state ? t(`drill.state.${state}`) : about,
  };
}
