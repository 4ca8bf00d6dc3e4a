const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;
/** No zone is further from UTC than this, with a margin for the day on which it changes. */
const EDGE = 16 * 60 * MINUTE;

/** The UTC instants, in milliseconds, between which a zone's clock ran without a jump, and how far ahead of UTC it was. */
export type Segment = Readonly<{ start: number; end: number; offset: number }>;

/** A time zone's clock: milliseconds ahead of UTC at an instant. Answers are remembered by quarter hour. */
export type ZoneClock = (at: number) => number;

/** The clock of an IANA zone. Throws a RangeError for a name that is none. */
export function zoneClock(timeZone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER);
    const found = known.get(quarter);
    if (found !== undefined) return found;
    const offset = wallClock(format, quarter * QUARTER) - quarter * QUARTER;
    known.set(quarter, offset);
    return offset;
  };
}

function wallClock(format: Intl.DateTimeFormat, at: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The local day of an instant, as days since 1970-01-01. */
export const localDay = (clock: ZoneClock, at: number): number => Math.floor((at + clock(at)) / DAY);

/** The stretches of one local day, by its number: one, or two on a day when the clock jumps. */
export function segmentsOfDay(clock: ZoneClock, day: number): Segment[] {
  const midnight = day * DAY;
  const stretches = stretchesBetween(clock, midnight - EDGE, midnight + DAY + EDGE);
  return stretches.flatMap(({ start, end, offset }) => {
    const from = Math.max(start, midnight - offset);
    const to = Math.min(end, midnight + DAY - offset);
    return from < to ? [{ start: from, end: to, offset }] : [];
  });
}

function stretchesBetween(clock: ZoneClock, start: number, end: number): Segment[] {
  const stretches: Segment[] = [];
  let from = start;
  for (let at = start; at < end; at += EDGE / 2) {
    const next = Math.min(end, at + EDGE / 2);
    if (clock(at) !== clock(next)) {
      const jump = jumpBetween(clock, at, next);
      stretches.push({ start: from, end: jump, offset: clock(at) });
      from = jump;
    }
  }
  return [...stretches, { start: from, end, offset: clock(end) }];
}

/** The quarter hour in which the offset changes; zones jump on none but whole quarters. */
function jumpBetween(clock: ZoneClock, start: number, end: number): number {
  let [low, high] = [Math.floor(start / QUARTER), Math.ceil(end / QUARTER)];
  const before = clock(start);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (clock(middle * QUARTER) === before) low = middle;
    else high = middle;
  }
  return high * QUARTER;
}
