import type { useFormatter } from 'next-intl';
import type { Dates } from '@/ui/use-dates';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DATE = { day: 'numeric', month: 'short' } as const;

type Format = Dates & Pick<ReturnType<typeof useFormatter>, 'relativeTime'>;
type Present = Readonly<{ now: Date; today: string; thisYear: string }>;

/**
 * How lists show moments: in short, as short as it can be understood (minutes ago, the time of day, the day, the date),
 * and in full.
 */
export function lineTime(format: Format, now: Date) {
  const present = { now, today: dayOf(format, now), thisYear: yearOf(format, now) };
  return (at: Date) => ({
    short: short(format, at, present),
    full: format.dateTime(at, { dateStyle: 'full', timeStyle: 'short' }),
  });
}

const dayOf = (format: Format, at: Date) => format.dateTime(at, { dateStyle: 'short' });
const yearOf = (format: Format, at: Date) => format.dateTime(at, { year: 'numeric' });

function short(format: Format, at: Date, { now, today, thisYear }: Present): string {
  const age = now.getTime() - at.getTime();
  if (age < HOUR) return format.relativeTime(age < MINUTE ? now : at, { now, style: 'narrow' });
  if (age < DAY && dayOf(format, at) === today) return format.dateTime(at, CLOCK);
  if (age < 6 * DAY) return format.dateTime(at, { weekday: 'short', ...CLOCK });
  return format.dateTime(at, yearOf(format, at) === thisYear ? DATE : { ...DATE, year: 'numeric' });
}
