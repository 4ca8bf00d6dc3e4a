import { localTimeOf } from '@/domain/shared/local-time';

/** How people name an instant that is near: `day` from 0 (Sunday), `month` from 1. */
export type NamedTime = Readonly<{
  near: 'today' | 'tomorrow' | 'week' | 'later';
  weekday: number;
  day: number;
  month: number;
  year: number;
  /** `14:00`. */
  time: string;
}>;

const DAY = 86_400_000;

/** An instant as it is named at `now` in a time zone: today, tomorrow, a weekday within six days, or a date. */
export function namedTime(at: Date, now: Date, timeZone: string): NamedTime {
  const [then, today] = [localTimeOf(at, timeZone), localTimeOf(now, timeZone)];
  const days = Math.round((dayOf(then) - dayOf(today)) / DAY);
  const [year = 0, month = 0, day = 0] = then.slice(0, 10).split('-').map(Number);
  const near = nearness(days);
  const weekday = new Date(dayOf(then)).getUTCDay();
  return { near, weekday, day, month, year, time: then.slice(11, 16) };
}

function nearness(days: number): NamedTime['near'] {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days > 1 && days < 7 ? 'week' : 'later';
}

const dayOf = (local: string) => Date.parse(`${local.slice(0, 10)}T00:00:00Z`);
