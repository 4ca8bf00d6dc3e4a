import { type BusinessCalendar, type OpenHours, type OpenSlot, openHours } from '@/domain/sla/business-time';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** One version of a business calendar. */
export type CalendarRef = Readonly<{ calendarId: string; version: number }>;

/** Calendars made ready, of which a process keeps this many. */
const MOST_KEPT = 5000;
const kept = new Map<string, OpenHours>();
const refs = new WeakMap<OpenHours, CalendarRef>();

const keyOf = ({ calendarId, version }: CalendarRef) => `${calendarId}/${version}`;

/** The calendar by which these hours count; null for calendar time. */
export const calendarRefOf = (hours: OpenHours | null): CalendarRef | null =>
  hours ? (refs.get(hours) ?? null) : null;

export type HoursOf = (ref: CalendarRef) => OpenHours;

/** The hours of these versions of calendars. A version never changes, so that a process reads it once. */
export async function hoursOf(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId'>,
  wanted: readonly CalendarRef[],
): Promise<HoursOf> {
  const missing = wanted.filter((ref) => !kept.has(keyOf(ref)));
  if (missing.length > 0) await read(tx, ctx, missing);
  return (ref) => {
    const hours = kept.get(keyOf(ref));
    if (!hours) throw new Error(`no version ${ref.version} of calendar ${ref.calendarId}`);
    return hours;
  };
}

async function read(tx: Tx, { workspaceId }: Pick<Context, 'workspaceId'>, missing: readonly CalendarRef[]) {
  const rows = await tx.calendarVersion.findMany({
    where: { workspaceId, OR: missing.map(({ calendarId, version }) => ({ calendarId, version })) },
    select: { calendarId: true, version: true, calendar: true },
  });
  if (kept.size > MOST_KEPT) kept.clear();
  for (const { calendar, ...ref } of rows) {
    if (kept.has(keyOf(ref))) continue;
    const hours = openHours(calendarOf(calendar as unknown as CalendarTimes));
    kept.set(keyOf(ref), hours);
    refs.set(hours, ref);
  }
}

/** A calendar as forms and versions hold it; `open` is null on a day that is closed. */
export type CalendarTimes = Readonly<{
  timeZone: string;
  week: readonly (readonly OpenSlot[])[];
  days: readonly Readonly<{ date: string; kind: 'holiday' | 'extra'; name: string; open: OpenSlot | null }>[];
}>;

/** The same as the domain counts with it. */
export function calendarOf({ timeZone, week, days }: CalendarTimes): BusinessCalendar {
  const dated = (kind: 'holiday' | 'extra') =>
    new Map(days.filter((day) => day.kind === kind).map(({ date, open }) => [date, open ? [open] : []]));
  return { timeZone, week, holidays: dated('holiday'), extraDays: dated('extra') };
}
