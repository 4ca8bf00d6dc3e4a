/** A wall clock's time without its place, as `<input type="datetime-local">` writes it: `2026-03-03T08:00`. */
export type LocalTime = string;

const PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** What a wall clock in this IANA time zone shows at an instant. */
export function localTimeOf(instant: Date, timeZone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/**
 * The instant at which a wall clock in this time zone shows `local`; null when `local` is no time. A time that a change to
 * summer time leaves out counts as the moment after it, and of a time that comes twice the first is meant.
 */
export function instantOf(local: LocalTime, timeZone: string): Date | null {
  const asUtc = PATTERN.test(local) ? Date.parse(`${local.slice(0, 16)}:00Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return null;
  const early = asUtc - offsetAt(asUtc - DAY, timeZone);
  const late = asUtc - offsetAt(asUtc + DAY, timeZone);
  const candidates = [early, late].filter((time) => time + offsetAt(time, timeZone) === asUtc);
  return new Date(candidates.length > 0 ? Math.min(...candidates) : Math.max(early, late));
}

const DAY = 86_400_000;

/** How far local time is ahead of UTC at an instant, in milliseconds. */
function offsetAt(time: number, timeZone: string): number {
  const minute = Math.floor(time / 60_000) * 60_000;
  return new Date(`${localTimeOf(new Date(minute), timeZone)}:00Z`).getTime() - minute;
}

/** The same hour on a later day, by the calendar: 24 hours are not always a day. */
export function daysLater(local: LocalTime, days: number, time: string): LocalTime {
  const date = new Date(`${local.slice(0, 10)}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return `${date.toISOString().slice(0, 10)}T${time}`;
}

/** The day of the week: 0 is Sunday. */
export const weekdayOf = (local: LocalTime): number =>
  new Date(`${local.slice(0, 10)}T12:00:00Z`).getUTCDay();

const MORNING = '08:00';
const [MONDAY, WEEK] = [1, 7];

/** The mornings to which work is put off, at eight; on a Sunday tomorrow is Monday, and on a Monday that is in a week. */
export function morningsAfter(now: LocalTime): Record<'tomorrow' | 'monday' | 'inAWeek', LocalTime> {
  const toMonday = (MONDAY + WEEK - weekdayOf(now)) % WEEK || WEEK;
  const after = (days: number) => daysLater(now, days, MORNING);
  return { tomorrow: after(1), monday: after(toMonday), inAWeek: after(WEEK) };
}
