import type { OpenSlot } from './business-time';

const DAY = 1440;

/** Monday to Friday, 9 to 17: what a new calendar starts with; the first day is Sunday. */
export const OFFICE_WEEK: readonly (readonly OpenSlot[])[] = Array.from({ length: 7 }, (_, weekday) =>
  weekday === 0 || weekday === 6 ? [] : [{ from: 540, to: 1020 }],
);

/** Open time as a person says it: `09:00` to `17:00`, or past midnight, `22:00` to `06:00`. To `00:00` is to the end of the day. */
export type Stretch = Readonly<{ from: string; to: string }>;

/** Minutes after midnight of a wall clock's `HH:MM`; NaN for what is none. */
export function minutesOfDay(clock: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock) ?? [];
  return hours === undefined ? Number.NaN : Number(hours) * 60 + Number(minutes);
}

/** `HH:MM` of a time as people type it: `9`, `9:30`, `9.30`, `930`, `24:00`; null for what is none. */
export function clockIn(text: string): string | null {
  const [, hours, minutes = '00'] = /^(\d{1,2})[:.h ]?(\d{2})?$/.exec(text.trim()) ?? [];
  if (hours === undefined) return null;
  const clock = `${hours.padStart(2, '0')}:${minutes}`;
  if (clock === '24:00') return '00:00';
  return Number.isNaN(minutesOfDay(clock)) ? null : clock;
}

/** `HH:MM` of minutes after midnight; the end of the day is `00:00`. */
export function clockOf(minutes: number): string {
  const within = minutes % DAY;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

const span = ({ from, to }: Stretch): OpenSlot => {
  const [start, end] = [minutesOfDay(from), minutesOfDay(to)];
  return { from: start, to: end > start ? end : end + DAY };
};

/** True for what cannot be open time: no time at all, or an end that is its beginning. Midnight to midnight is a whole day. */
export function isNoStretch({ from, to }: Stretch): boolean {
  const [start, end] = [minutesOfDay(from), minutesOfDay(to)];
  return Number.isNaN(start) || Number.isNaN(end) || (start === end && start !== 0);
}

/** Which stretches of a day begin within another of the same day, by their places. */
export function overlapping(day: readonly Stretch[]): number[] {
  const spans = day.map(span);
  return spans.flatMap(({ from }, index) =>
    spans.some((other, place) => place !== index && other.from <= from && from < other.to) ? [index] : [],
  );
}

/** The weekly slots of a calendar: what runs past midnight is split there, what touches is joined. The first day is Sunday. */
export function slotsOfWeek(week: readonly (readonly Stretch[])[]): OpenSlot[][] {
  const slots = week.map((): OpenSlot[] => []);
  for (const [weekday, day] of week.entries()) {
    for (const { from, to } of day.map(span)) {
      slots[weekday]?.push({ from, to: Math.min(to, DAY) });
      if (to > DAY) slots[(weekday + 1) % week.length]?.push({ from: 0, to: to - DAY });
    }
  }
  return slots.map(joined);
}

function joined(slots: readonly OpenSlot[]): OpenSlot[] {
  const result: OpenSlot[] = [];
  for (const slot of [...slots].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && slot.from <= last.to) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, slot.to) };
    } else {
      result.push(slot);
    }
  }
  return result;
}

/** Weekly slots as a person says them: what was split at midnight is whole again. The inverse of `slotsOfWeek`. */
export function stretchesOfWeek(week: readonly (readonly OpenSlot[])[]): Stretch[][] {
  const evening = (weekday: number) =>
    week[weekday]?.find(({ from, to }) => from > 0 && to === DAY && morningAfter(week, weekday, from));
  return week.map((day, weekday) =>
    day
      .filter(({ from }) => from > 0 || !evening((weekday + 6) % 7))
      .map((slot) => ({
        from: clockOf(slot.from),
        to: clockOf(slot === evening(weekday) ? (morningAfter(week, weekday, slot.from)?.to ?? 0) : slot.to),
      })),
  );
}

function morningAfter(week: readonly (readonly OpenSlot[])[], weekday: number, from: number) {
  return week[(weekday + 1) % week.length]?.find((slot) => slot.from === 0 && slot.to < from);
}

/** True when the week has no closed minute. */
export function isAlwaysOpen(week: readonly (readonly OpenSlot[])[]): boolean {
  return week.every((day) => {
    const [only, ...more] = joined(day);
    return more.length === 0 && only?.from === 0 && only.to === DAY;
  });
}

/** A week without a closed minute. */
export const ALWAYS_OPEN: readonly (readonly OpenSlot[])[] = Array.from({ length: 7 }, () => [
  { from: 0, to: DAY },
]);
