import { useLocale, useTranslations } from 'next-intl';
import type { Dimension } from '@/domain/metrics/dimensions';
import type { Bucket } from '@/domain/metrics/period';
import { datesIn } from '@/ui/use-dates';
import { valueWriter } from './write-value';

/** Names of the parts of a split, in the reader's language. */
export type PartNames = (group: string, label: string | null) => string;

const DAY = { day: 'numeric', month: 'short' } as const;
const FULL_DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;

/** What numbers, days and parts are called. */
export function useInsightWords() {
  const locale = useLocale();
  const common = useTranslations('common');
  const t = useTranslations('insights');
  const partNames = (by: Dimension | 'hour'): PartNames =>
    namesOfParts(by, { locale, none: (kind) => t(`none.${kind}`), common: (key) => common(key) });
  return { ...bucketWords(locale), write: valueWriter(locale), partNames };
}

type Says = Readonly<{
  locale: string;
  none: (kind: 'team' | 'agent' | 'other') => string;
  common: (key: 'channel.email' | 'priority.low' | 'type.task') => string;
}>;

/** The names of the parts of a split, where the words come from `says`. */
export function namesOfParts(by: Dimension | 'hour', { locale, none, common }: Says): PartNames {
  const languages = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });
  const known: Partial<Record<Dimension | 'hour', (group: string) => string>> = {
    channel: (group) => common(`channel.${group}` as 'channel.email'),
    priority: (group) => common(`priority.${group}` as 'priority.low'),
    type: (group) => common(`type.${group}` as 'type.task'),
    language: (group) => languages.of(group) ?? group,
    hour: (group) => `${group.padStart(2, '0')}:00`,
  };
  return (group, label) =>
    label ??
    (group === '' ? none(by === 'team' || by === 'agent' ? by : 'other') : (known[by]?.(group) ?? group));
}

/** Starts of buckets in words: a short one for the axis, and a whole one. */
export function bucketWords(locale: string) {
  const dates = datesIn(locale, 'UTC');
  const at = (start: string) => new Date(start.includes('T') ? `${start}:00Z` : `${start}T00:00:00Z`);
  const month = { month: 'short', year: '2-digit' } as const;
  const short = (start: string, bucket: Bucket): string => {
    if (bucket === 'hour') return start.slice(11, 16);
    return dates.dateTime(at(start), bucket === 'month' ? month : DAY);
  };
  const long = (start: string, bucket: Bucket): string => {
    if (bucket === 'hour') return `${dates.dateTime(at(start), FULL_DAY)} ${start.slice(11, 16)}`;
    return dates.dateTime(at(start), bucket === 'month' ? { month: 'long', year: 'numeric' } : FULL_DAY);
  };
  const day = (date: string): string => dates.dateTime(at(date), { ...DAY, year: 'numeric' });
  return { short, long, day };
}
