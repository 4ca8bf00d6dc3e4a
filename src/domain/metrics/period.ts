/** Days of a workspace's own calendar, such as `2026-11-16`; the first and the last one included. */
export type Period = Readonly<{ from: string; to: string }>;

/** With what a period is compared: the same number of days before it, the same days a year before, or nothing. */
export const COMPARISONS = ['previous', 'year', 'none'] as const;
export type ComparedWith = (typeof COMPARISONS)[number];

const DAY = 86_400_000;

const instant = (date: string) => Date.parse(`${date}T00:00:00Z`);
const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The date so many days later, or earlier. */
export const daysFrom = (date: string, days: number): string => dateOf(instant(date) + days * DAY);

/** How many days a period has; none where it ends before it begins. */
export const daysIn = ({ from, to }: Period): number =>
  Math.max(0, Math.round((instant(to) - instant(from)) / DAY) + 1);

/** The period to compare with; null for none. */
export function comparedPeriod(period: Period, compared: ComparedWith): Period | null {
  if (compared === 'none') return null;
  if (compared === 'year') return { from: yearBefore(period.from), to: yearBefore(period.to) };
  const days = daysIn(period);
  return { from: daysFrom(period.from, -days), to: daysFrom(period.from, -1) };
}

/** The same date a year before; of 29 February the last of the month. */
function yearBefore(date: string): string {
  const before = `${String(Number(date.slice(0, 4)) - 1).padStart(4, '0')}${date.slice(4)}`;
  return before.endsWith('02-29') ? `${before.slice(0, 8)}28` : before;
}

/** As much of a period as lies so many whole days before `today`: what happened later may still change. */
export const maturedPeriod = (
  { from, to }: Period,
  { today, days }: Readonly<{ today: string; days: number }>,
): Period => {
  const last = daysFrom(today, -days - 1);
  return { from, to: to < last ? to : last };
};

export const BUCKETS = ['hour', 'day', 'week', 'month'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** The first day of each week, or month, or each day of a period, by which values are put together; the first may be cut. */
export function bucketsOf(period: Period, bucket: Exclude<Bucket, 'hour'>, weekStart: number): string[] {
  const starts = new Set<string>();
  for (let day = period.from; day <= period.to; day = daysFrom(day, 1)) {
    starts.add(bucketOf(day, bucket, weekStart));
  }
  return [...starts];
}

/** The whole months of a period, by the first days of the first and the last one, and what days are left on both sides of them. */
export function wholeMonths(period: Period): Readonly<{ months: Period | null; days: readonly Period[] }> {
  const { from, to } = period;
  const first = bucketOf(from, 'month', 1) === from ? from : nextMonth(from);
  const next = nextMonth(to) === daysFrom(to, 1) ? daysFrom(to, 1) : bucketOf(to, 'month', 1);
  if (first >= next) return { months: null, days: [period] };
  const days = [
    { from, to: daysFrom(first, -1) },
    { from: next, to },
  ].filter((side) => side.from <= side.to);
  return { months: { from: first, to: bucketOf(daysFrom(next, -1), 'month', 1) }, days };
}

const nextMonth = (day: string): string => bucketOf(daysFrom(bucketOf(day, 'month', 1), 31), 'month', 1);

/** The day by which a date is put together with others: itself, the first of its week, or of its month. */
export function bucketOf(day: string, bucket: Exclude<Bucket, 'hour'>, weekStart: number): string {
  if (bucket === 'day') return day;
  if (bucket === 'month') return `${day.slice(0, 8)}01`;
  const weekday = new Date(instant(day)).getUTCDay() || 7;
  return daysFrom(day, -((weekday - weekStart + 7) % 7));
}
