import { OFFICE_WEEK } from '@/domain/sla/week-hours';
import type { CalendarTimes } from '@/features/sla/hours';
import { isLocale, LOCALES } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Made = Readonly<{ workspaceId: string; locale: string; timeZone: string }>;

/**
 * The standard calendar of a workspace that is being made: Monday to Friday, 9 to 17, in its time zone, named in its
 * language. So there is a time that customers can be promised from the first ticket on.
 */
export async function insertStandardCalendar(
  tx: Tx,
  world: Pick<Context, 'now' | 'newId'>,
  { workspaceId, locale, timeZone }: Made,
): Promise<void> {
  const t = await translator(isLocale(locale) ? locale : LOCALES[0], 'sla');
  const calendarId = world.newId();
  const at = world.now();
  const head = { workspaceId, id: calendarId, name: t('standardCalendar'), timeZone, standard: true };
  await tx.businessCalendar.create({ data: { ...head, createdAt: at } });
  await tx.calendarSlot.createMany({
    data: OFFICE_WEEK.flatMap((day, weekday) =>
      day.map(({ from, to }) => ({ workspaceId, calendarId, weekday, fromMinute: from, toMinute: to })),
    ),
  });
  const times: CalendarTimes = { timeZone, week: OFFICE_WEEK, days: [] };
  const calendar = JSON.parse(JSON.stringify(times));
  await tx.calendarVersion.create({ data: { workspaceId, calendarId, version: 1, calendar, savedAt: at } });
}
