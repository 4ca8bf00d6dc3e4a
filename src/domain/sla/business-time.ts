import { localDay, segmentsOfDay, type ZoneClock, zoneClock } from './zone';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How far ahead a due date is looked for: five years. */
const HORIZON_DAYS = 5 * 366;

/** Minutes after local midnight, `[from, to)`: 540 is 9:00, `to` is at most 1440. */
export type OpenSlot = Readonly<{ from: number; to: number }>;

/** When a team works (contracts H.3). What runs past midnight is two slots. */
export type BusinessCalendar = Readonly<{
  timeZone: string;
  /** Seven lists; the first is Sunday's. */
  week: readonly (readonly OpenSlot[])[];
  /** By local date, such as `2026-12-24`: closed (no slots) or open for part of the day. */
  holidays: ReadonlyMap<string, readonly OpenSlot[]>;
  /** By local date: worked although the week or a holiday says otherwise. */
  extraDays: ReadonlyMap<string, readonly OpenSlot[]>;
}>;

type Interval = Readonly<{ start: number; end: number }>;

/** A calendar made ready for arithmetic; it remembers the days that it has worked out. */
export type OpenHours = Readonly<{ clock: ZoneClock; intervalsOf: (day: number) => readonly Interval[] }>;

/** Makes a calendar ready. Throws a RangeError when its time zone does not exist. */
export function openHours(calendar: BusinessCalendar): OpenHours {
  const clock = zoneClock(calendar.timeZone);
  const known = new Map<number, readonly Interval[]>();
  const intervalsOf = (day: number) => {
    const found = known.get(day);
    if (found) return found;
    const made = intervalsOfDay(clock, day, slotsOn(calendar, day));
    known.set(day, made);
    return made;
  };
  return { clock, intervalsOf };
}

/** The slots of a day by its number since 1970: extra days win over holidays, holidays over the week. */
export function slotsOn({ week, holidays, extraDays }: BusinessCalendar, day: number): readonly OpenSlot[] {
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  const weekday = (((day + 4) % 7) + 7) % 7;
  return extraDays.get(date) ?? holidays.get(date) ?? week[weekday] ?? [];
}

/** Slots as instants, in order and without overlaps. An hour that the clock skips is not there, one it repeats is there twice. */
function intervalsOfDay(clock: ZoneClock, day: number, slots: readonly OpenSlot[]): Interval[] {
  const pieces = segmentsOfDay(clock, day).flatMap((segment) =>
    slots.flatMap(({ from, to }) => {
      const start = Math.max(segment.start, day * DAY + from * MINUTE - segment.offset);
      const end = Math.min(segment.end, day * DAY + to * MINUTE - segment.offset);
      return start < end ? [{ start, end }] : [];
    }),
  );
  return joined(pieces.sort((a, b) => a.start - b.start));
}

function joined(pieces: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && piece.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, piece.end) };
    } else {
      result.push(piece);
    }
  }
  return result;
}

/** True when somebody works at this instant; a slot's end is closed already. */
export function isOpen(hours: OpenHours, at: Date): boolean {
  const instant = at.getTime();
  return hours
    .intervalsOf(localDay(hours.clock, instant))
    .some(({ start, end }) => start <= instant && instant < end);
}

/**
 * The earliest instant at which `milliseconds` of open time have passed since `start`; for none, `start` itself. Used up
 * exactly at closing time, it is the closing instant. Null when five years do not hold that much open time.
 */
export function addOpenTime(hours: OpenHours, start: Date, milliseconds: number): Date | null {
  if (milliseconds <= 0) return start;
  const from = start.getTime();
  const first = localDay(hours.clock, from);
  let left = milliseconds;
  for (let day = first; day < first + HORIZON_DAYS; day++) {
    for (const interval of hours.intervalsOf(day)) {
      const available = interval.end - Math.max(interval.start, from);
      if (available >= left) return new Date(Math.max(interval.start, from) + left);
      left -= Math.max(0, available);
    }
  }
  return null;
}

/** Milliseconds of open time between two instants; negative when `end` is before `start`. */
export function openTimeBetween(hours: OpenHours, start: Date, end: Date): number {
  if (end < start) return -openTimeBetween(hours, end, start);
  const [from, to] = [start.getTime(), end.getTime()];
  let sum = 0;
  for (let day = localDay(hours.clock, from); day <= localDay(hours.clock, to); day++) {
    for (const interval of hours.intervalsOf(day)) {
      sum += Math.max(0, Math.min(interval.end, to) - Math.max(interval.start, from));
    }
  }
  return sum;
}

/** The next instant at which somebody works, `at` itself when somebody does; null when that is not within five years. */
export function nextOpening(hours: OpenHours, at: Date): Date | null {
  const from = at.getTime();
  const first = localDay(hours.clock, from);
  for (let day = first; day < first + HORIZON_DAYS; day++) {
    const open = hours.intervalsOf(day).find(({ end }) => end > from);
    if (open) return new Date(Math.max(open.start, from));
  }
  return null;
}

/**
 * The latest instant from which `milliseconds` of open time pass until `end`; for none, `end` itself. Null when the five
 * years before do not hold that much open time. `openTimeBetween(x, end) >= milliseconds` holds for it and all before it.
 */
export function addOpenTimeBack(hours: OpenHours, end: Date, milliseconds: number): Date | null {
  if (milliseconds <= 0) return end;
  const until = end.getTime();
  const last = localDay(hours.clock, until);
  let left = milliseconds;
  for (let day = last; day > last - HORIZON_DAYS; day--) {
    for (const interval of hours.intervalsOf(day).toReversed()) {
      const available = Math.min(interval.end, until) - interval.start;
      if (available >= left) return new Date(Math.min(interval.end, until) - left);
      left -= Math.max(0, available);
    }
  }
  return null;
}
