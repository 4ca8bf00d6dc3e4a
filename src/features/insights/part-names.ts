import type { Dimension } from '@/domain/metrics/dimensions';
import type { Bucket } from '@/domain/metrics/period';

/** Names of the parts of a split, in the reader's language. */
export type PartNames = (group: string, label: string | null) => string;

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

const DAY = { day: 'numeric', month: 'short' } as const;
const DAY_OF_YEAR = { ...DAY, year: 'numeric' } as const;
const MONTH = { month: 'short', year: '2-digit' } as const;
const WHOLE_MONTH = { month: 'long', year: 'numeric' } as const;
const FULL_DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;

/** Starts of buckets in words: a short one for the axis, and a whole one. */
export function bucketWords(locale: string) {
  const writers = new Map<object, Intl.DateTimeFormat>();
  const write = (at: Date, options: Intl.DateTimeFormatOptions): string => {
    const writer = writers.get(options) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    writers.set(options, writer);
    return writer.format(at);
  };
  const at = (start: string) => new Date(start.includes('T') ? `${start}:00Z` : `${start}T00:00:00Z`);
  const short = (start: string, bucket: Bucket): string => {
    if (bucket === 'hour') return start.slice(11, 16);
    return write(at(start), bucket === 'month' ? MONTH : DAY);
  };
  const long = (start: string, bucket: Bucket): string => {
    if (bucket === 'hour') return `${write(at(start), FULL_DAY)} ${start.slice(11, 16)}`;
    return write(at(start), bucket === 'month' ? WHOLE_MONTH : FULL_DAY);
  };
  const day = (date: string): string => write(at(date), DAY_OF_YEAR);
  return { short, long, day };
}
