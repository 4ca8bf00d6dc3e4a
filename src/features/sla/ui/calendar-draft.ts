import type { BusinessCalendar, OpenSlot } from '@/domain/sla/business-time';
import {
  ALWAYS_OPEN,
  clockOf,
  isAlwaysOpen,
  isNoStretch,
  minutesOfDay,
  OFFICE_WEEK,
  overlapping,
  type Stretch,
  slotsOfWeek,
  stretchesOfWeek,
} from '@/domain/sla/week-hours';
import type { CalendarInput } from '@/features/sla/inputs';
import type { CalendarPage } from '@/features/sla/queries';

export type DraftStretch = Stretch & Readonly<{ key: string }>;
export type DayKind = 'closed' | 'part' | 'extra';
export type DraftDay = Readonly<{
  key: string;
  date: string;
  kind: DayKind;
  name: string;
  from: string;
  to: string;
}>;

/** A calendar as its form holds it; the first day of the week is Sunday. */
export type CalendarDraft = Readonly<{
  name: string;
  timeZone: string;
  standard: boolean;
  always: boolean;
  week: readonly (readonly DraftStretch[])[];
  days: readonly DraftDay[];
}>;

/** The form of a calendar, or of a new one in this time zone. */
export function calendarDraft(calendar: CalendarPage | null, timeZone: string): CalendarDraft {
  const week = calendar?.week ?? OFFICE_WEEK;
  const always = isAlwaysOpen(week);
  return {
    name: calendar?.name ?? '',
    timeZone: calendar?.timeZone ?? timeZone,
    standard: calendar?.standard ?? false,
    always,
    week: stretchesOfWeek(always ? OFFICE_WEEK : week).map((day, weekday) =>
      day.map((stretch, index) => ({ ...stretch, key: `${weekday}-${index}` })),
    ),
    days: (calendar?.days ?? []).map(draftDay),
  };
}

function draftDay({ date, kind, name, open }: CalendarPage['days'][number]): DraftDay {
  const partOrClosed = open ? 'part' : 'closed';
  return {
    key: `${date}-${kind}`,
    date,
    name,
    kind: kind === 'extra' ? 'extra' : partOrClosed,
    from: clockOf(open?.from ?? 540),
    to: clockOf(open?.to ?? 1020),
  };
}

/** What is sent. Days that are wrong must have been refused before. */
export function calendarOfDraft(draft: CalendarDraft, id: string | undefined): CalendarInput {
  const { name, timeZone, standard } = draft;
  const days = draft.days.map(({ date, kind, name, ...day }) => ({
    date,
    name,
    kind: kind === 'extra' ? ('extra' as const) : ('holiday' as const),
    open: kind === 'closed' ? null : openPart(day),
  }));
  return { ...(id && { id }), name, timeZone, standard, week: weekOf(draft), days };
}

function weekOf({ always, week }: CalendarDraft): OpenSlot[][] {
  if (always) return ALWAYS_OPEN.map((day) => [...day]);
  return slotsOfWeek(week.map((day) => day.filter((stretch) => !isNoStretch(stretch))));
}

function openPart({ from, to }: Pick<DraftDay, 'from' | 'to'>): OpenSlot {
  return { from: minutesOfDay(from), to: minutesOfDay(to) || 1440 };
}

/** The calendar of the form as it stands, for the preview; days that are not filled in yet are left out. */
export function previewOfDraft(draft: CalendarDraft): BusinessCalendar {
  const good = draft.days.filter((day) => !dayProblem(day));
  const dated = (extra: boolean) =>
    new Map(
      good
        .filter(({ kind }) => (kind === 'extra') === extra)
        .map((day) => [day.date, day.kind === 'closed' ? [] : [openPart(day)]]),
    );
  return {
    timeZone: draft.timeZone,
    week: weekOf(draft),
    holidays: dated(false),
    extraDays: dated(true),
  };
}

export type CalendarWrong = Readonly<{
  name: boolean;
  timeZone: boolean;
  /** What is wrong with a stretch, by its key. */
  stretches: Readonly<Record<string, 'time' | 'overlap'>>;
  days: Readonly<Record<string, DayProblem>>;
}>;

export type DayProblem = 'date' | 'time' | 'twice';

/** What has to be put right before the form can be sent; null when nothing has. */
export function wrongInCalendar(draft: CalendarDraft, zones: readonly string[]): CalendarWrong | null {
  const wrong = {
    name: draft.name.trim() === '',
    timeZone: !zones.includes(draft.timeZone),
    stretches: draft.always ? {} : Object.fromEntries(draft.week.flatMap(wrongStretches)),
    days: Object.fromEntries(wrongDays(draft.days)),
  };
  const isFine =
    !wrong.name &&
    !wrong.timeZone &&
    Object.keys(wrong.stretches).length === 0 &&
    Object.keys(wrong.days).length === 0;
  return isFine ? null : wrong;
}

function wrongStretches(day: readonly DraftStretch[]): [string, 'time' | 'overlap'][] {
  const unclear = day.filter(isNoStretch);
  const clear = day.filter((stretch) => !isNoStretch(stretch));
  return [
    ...unclear.map(({ key }): [string, 'time'] => [key, 'time']),
    ...overlapping(clear).map((index): [string, 'overlap'] => [clear[index]?.key ?? '', 'overlap']),
  ];
}

function wrongDays(days: readonly DraftDay[]): [string, DayProblem][] {
  const seen = new Set<string>();
  return days.flatMap((day): [string, DayProblem][] => {
    const problem = dayProblem(day);
    if (problem) return [[day.key, problem]];
    const place = `${day.date} ${day.kind === 'extra'}`;
    if (seen.has(place)) return [[day.key, 'twice']];
    seen.add(place);
    return [];
  });
}

function dayProblem({ date, kind, ...day }: DraftDay): 'date' | 'time' | null {
  if (!/^2\d{3}-\d{2}-\d{2}$/.test(date)) return 'date';
  if (kind === 'closed') return null;
  const { from, to } = openPart(day);
  return from < to ? null : 'time';
}

export type OfferedDay = Readonly<{ date: string; name: string; kind: 'holiday' | 'extra' }>;

/** The days with those added that are not there yet, by date, and how many these are. */
export function withDays(
  days: readonly DraftDay[],
  offered: readonly OfferedDay[],
): Readonly<{ days: readonly DraftDay[]; added: number }> {
  const fresh = offered.filter(({ date }) => days.every((day) => day.date !== date));
  const made = fresh.map(({ kind, date, name }) => draftDay({ date, kind, name, open: openOn(kind) }));
  const all = [...days, ...made].sort((a, b) => a.date.localeCompare(b.date));
  return { days: all, added: made.length };
}

const openOn = (kind: OfferedDay['kind']) => (kind === 'extra' ? { from: 540, to: 1020 } : null);
