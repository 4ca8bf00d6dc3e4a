import { type BusinessCalendar, openHours, slotsOn } from './business-time';
import { localDay } from './zone';

const DAY = 86_400_000;
const MINUTE = 60_000;

export type PreviewDay = Readonly<{
  /** Local date, such as `2026-12-24`. */
  date: string;
  /** 0 is Sunday. */
  weekday: number;
  /** Why it is not as its weekday. */
  kind: 'week' | 'holiday' | 'extra';
  slots: readonly Readonly<{ from: number; to: number }>[];
  /** True minutes: a day on which the clock changes has an hour more or less. */
  openMinutes: number;
}>;

/** What a calendar gives on the days from the Monday on or before an instant. */
export function previewDays(calendar: BusinessCalendar, now: Date, days: number): PreviewDay[] {
  const hours = openHours(calendar);
  const today = localDay(hours.clock, now.getTime());
  const monday = today - ((((today + 3) % 7) + 7) % 7);
  return Array.from({ length: days }, (_, index) => {
    const day = monday + index;
    const date = new Date(day * DAY).toISOString().slice(0, 10);
    const open = hours.intervalsOf(day).reduce((sum, { start, end }) => sum + end - start, 0);
    return {
      date,
      weekday: new Date(day * DAY).getUTCDay(),
      kind: kindOf(calendar, date),
      slots: slotsOn(calendar, day),
      openMinutes: open / MINUTE,
    };
  });
}

function kindOf({ holidays, extraDays }: BusinessCalendar, date: string): PreviewDay['kind'] {
  if (extraDays.has(date)) return 'extra';
  return holidays.has(date) ? 'holiday' : 'week';
}
