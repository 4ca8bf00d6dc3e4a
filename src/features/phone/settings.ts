import { countryOfTimeZone } from '@/channels/lib/phone-number';
import type { Window } from '@/domain/phone/callback';
import {
  isOpen as isOpenAt,
  nextOpening,
  type OpenHours,
  type OpenSlot,
  openHours,
} from '@/domain/sla/business-time';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** How a workspace handles calls. */
export type PhoneSettings = Readonly<{
  country: string;
  wrapUpSeconds: number;
  recordingDays: number;
  callbackAttempts: number;
  callbackSpacing: number;
  dialWith: string;
  sipDomain: string;
}>;

/** What holds until a workspace says otherwise. */
const DEFAULT_PHONE_SETTINGS: Omit<PhoneSettings, 'country'> = {
  wrapUpSeconds: 120,
  recordingDays: 90,
  callbackAttempts: 3,
  callbackSpacing: 120,
  dialWith: 'tel',
  sipDomain: '',
};

const COUNTRY_OF_LANGUAGE: Readonly<Record<string, string>> = { hu: 'HU', lv: 'LV' };

/** The country of a workspace that has not said any: that of its time zone, else that of its language. */
async function likelyCountry(tx: Tx, id: string): Promise<string> {
  const select = { timeZone: true, locale: true } as const;
  const { timeZone, locale } = await tx.workspace.findUniqueOrThrow({ where: { id }, select });
  return countryOfTimeZone(timeZone) ?? COUNTRY_OF_LANGUAGE[locale] ?? 'HU';
}

/** The settings of this workspace, or the ones that hold without any. */
export async function phoneSettings(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
): Promise<PhoneSettings> {
  const row = await tx.phoneSettings.findUnique({
    where: { workspaceId },
    select: {
      country: true,
      wrapUpSeconds: true,
      recordingDays: true,
      callbackAttempts: true,
      callbackSpacing: true,
      dialWith: true,
      sipDomain: true,
    },
  });
  return row ?? { ...DEFAULT_PHONE_SETTINGS, country: await likelyCountry(tx, workspaceId) };
}

type CalendarJson = Readonly<{
  timeZone: string;
  week: readonly (readonly OpenSlot[])[];
  days: readonly Readonly<{ date: string; kind: string; open: OpenSlot | null }>[];
}>;

/** When somebody is there, by the workspace's standard calendar; null without one, which is always. */
async function standardHours(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
): Promise<OpenHours | null> {
  const calendar = await tx.businessCalendar.findFirst({
    where: { workspaceId, standard: true },
    select: { id: true, version: true },
  });
  const row =
    calendar &&
    (await tx.calendarVersion.findFirst({
      where: { workspaceId, calendarId: calendar.id, version: calendar.version },
      select: { calendar: true },
    }));
  if (!row) return null;
  const { timeZone, week, days } = row.calendar as unknown as CalendarJson;
  const dated = (kind: string) =>
    new Map(days.filter((day) => day.kind === kind).map(({ date, open }) => [date, open ? [open] : []]));
  return openHours({ timeZone, week, holidays: dated('holiday'), extraDays: dated('extra') });
}

export type Staffed = Readonly<{
  at: (instant: Date) => boolean;
  /** True when some of the window is open. */
  during: (window: Window) => boolean;
  /** The next instant at which somebody is there, or the given one. */
  from: (instant: Date) => Date;
}>;

/** Whether somebody is there to speak with callers. */
export async function staffed(tx: Tx, ctx: Pick<Context, 'workspaceId'>): Promise<Staffed> {
  const hours = await standardHours(tx, ctx);
  if (!hours) return { at: () => true, during: () => true, from: (instant) => instant };
  const opening = (instant: Date) => (isOpenAt(hours, instant) ? instant : nextOpening(hours, instant));
  return {
    at: (instant) => isOpenAt(hours, instant),
    during: ({ start, end }) => {
      const next = opening(start);
      return next !== null && next < end;
    },
    from: (instant) => opening(instant) ?? instant,
  };
}
