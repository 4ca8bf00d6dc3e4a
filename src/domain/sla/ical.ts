/** A day that a calendar file names. */
export type NamedDay = Readonly<{ date: string; name: string }>;

type Years = Readonly<{ from: number; to: number }>;
type Event = Readonly<Record<string, string>>;
type YearlyRule = Readonly<Record<string, string>>;

const DAY = 86_400_000;
/** A public holiday is short; longer events are school terms and the like. */
const LONGEST = 31;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/**
 * The all-day events of an iCalendar file (RFC 5545 §3.6.1) within these years, by date: single days, several days (DTEND is the
 * day after the last), and yearly rules (§3.3.10: INTERVAL, COUNT, UNTIL, BYMONTH with BYMONTHDAY or with one BYDAY such as 4TH).
 * Events with a time of day and cancelled ones are passed over. Null when it is no iCalendar file.
 */
export function daysInCalendarFile(text: string, years: Years): NamedDay[] | null {
  if (!/^BEGIN:VCALENDAR/im.test(text)) return null;
  const found = new Map<string, NamedDay>();
  for (const event of eventsIn(text)) {
    for (const day of daysOf(event, years)) found.set(day.date, found.get(day.date) ?? day);
  }
  return [...found.values()].sort((a, b) => a.date.localeCompare(b.date));
}

/** Events by their properties; folded lines (§3.1) are whole again, parameters are left out of the names. */
function eventsIn(text: string): Event[] {
  const lines = text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const events: Record<string, string>[] = [];
  let open: Record<string, string> | null = null;
  for (const line of lines) {
    if (/^BEGIN:VEVENT$/i.test(line)) open = {};
    else if (/^END:VEVENT$/i.test(line) && open) {
      events.push(open);
      open = null;
    } else if (open) addProperty(open, line);
  }
  return events;
}

function addProperty(event: Record<string, string>, line: string): void {
  const [, property = '', value = ''] = /^([A-Za-z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
  const name = property.toUpperCase();
  if (name === 'EXDATE' && event[name]) event[name] += `,${value}`;
  else event[name] ??= value;
}

function daysOf(event: Event, years: Years): NamedDay[] {
  const first = dayOf(event['DTSTART']);
  if (first === null || event['STATUS']?.toUpperCase() === 'CANCELLED') return [];
  const length = Math.max(1, Math.min(LONGEST, ((dayOf(event['DTEND']) ?? first + DAY) - first) / DAY));
  const name = plainText(event['SUMMARY'] ?? '');
  const left = new Set((event['EXDATE'] ?? '').split(',').map((value) => dayOf(value.trim())));
  return beginnings(first, event['RRULE'], years)
    .filter((start) => !left.has(start))
    .flatMap((start) => Array.from({ length }, (_, index) => dateOf(start + index * DAY)))
    .filter((date) => Number(date.slice(0, 4)) >= years.from && Number(date.slice(0, 4)) <= years.to)
    .map((date) => ({ date, name }));
}

/** UTC midnight of `20261224`; null for what has a time of day. */
function dayOf(value: string | undefined): number | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(value ?? '') ?? [];
  return year === undefined ? null : Date.UTC(Number(year), Number(month) - 1, Number(day));
}

const dateOf = (day: number) => new Date(day).toISOString().slice(0, 10);

/** Text without its escapes (§3.3.11). */
const plainText = (value: string) =>
  value
    .replaceAll(/\\n/gi, ' ')
    .replaceAll(/\\([,;\\])/g, '$1')
    .trim()
    .slice(0, 100);

function beginnings(first: number, rule: string | undefined, years: Years): number[] {
  if (!rule) return [first];
  const parts: YearlyRule = Object.fromEntries(
    rule.split(';').map((part) => part.toUpperCase().split('=') as [string, string]),
  );
  if (parts['FREQ'] !== 'YEARLY') return [first];
  const interval = Math.max(1, Number(parts['INTERVAL'] ?? 1));
  const until = dayOf(parts['UNTIL']?.slice(0, 8)) ?? Number.POSITIVE_INFINITY;
  const days: number[] = [];
  const start = new Date(first).getUTCFullYear();
  for (let year = start; year <= years.to && days.length < Number(parts['COUNT'] ?? 1000); year += interval) {
    const day = dayInYear(first, year, parts);
    if (day !== null && day >= first && day <= until) days.push(day);
  }
  return days;
}

function dayInYear(first: number, year: number, rule: YearlyRule): number | null {
  const month = Number(rule['BYMONTH'] ?? new Date(first).getUTCMonth() + 1) - 1;
  const [, nth, weekday] = /^([+-]?\d)(SU|MO|TU|WE|TH|FR|SA)$/.exec(rule['BYDAY'] ?? '') ?? [];
  if (nth !== undefined && weekday !== undefined) {
    return nthWeekday(year, month, { nth: Number(nth), weekday: WEEKDAYS.indexOf(weekday) });
  }
  const wanted = Number(rule['BYMONTHDAY'] ?? new Date(first).getUTCDate());
  const day = Date.UTC(year, month, wanted);
  return new Date(day).getUTCMonth() === month ? day : null;
}

type Nth = Readonly<{ nth: number; weekday: number }>;

function nthWeekday(year: number, month: number, { nth, weekday }: Nth): number {
  if (nth > 0) {
    const first = new Date(Date.UTC(year, month, 1)).getUTCDay();
    return Date.UTC(year, month, 1 + ((weekday - first + 7) % 7) + (nth - 1) * 7);
  }
  const end = new Date(Date.UTC(year, month + 1, 0));
  return end.getTime() - (((end.getUTCDay() - weekday + 7) % 7) + (-nth - 1) * 7) * DAY;
}
