import type { OpenHours } from '@/domain/sla/business-time';
import type { CalendarRef } from '@/features/sla/hours';
import { hoursOf } from '@/features/sla/hours';
import type { Tx } from '@/server/db/client';

/** The open hours of a calendar by id, and those of the standard calendar for null; null where there is none. */
export type HoursById = (calendarId: string | null) => OpenHours | null;

/** The present hours of these calendars of a workspace, and of its standard one. */
export async function hoursOfWorkspace(
  tx: Tx,
  workspaceId: string,
  calendarIds: readonly string[],
): Promise<HoursById> {
  const rows = await tx.businessCalendar.findMany({
    where: { workspaceId, OR: [{ standard: true }, { id: { in: [...calendarIds] } }] },
    select: { id: true, version: true, standard: true },
  });
  const refs: CalendarRef[] = rows.map(({ id, version }) => ({ calendarId: id, version }));
  const hours = await hoursOf(tx, { workspaceId }, refs);
  const standard = rows.find((row) => row.standard)?.id ?? null;
  return (calendarId) => {
    const ref = refs.find((each) => each.calendarId === (calendarId ?? standard));
    return ref ? hours(ref) : null;
  };
}
