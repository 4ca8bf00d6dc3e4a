import { type OpenHours, openTimeBetween } from '@/domain/sla/business-time';
import { hoursOfCalendar } from '@/features/sla/commands/hours-of-calendar';
import type { Tx } from '@/server/db/client';

const MINUTE = 60_000;

/** Minutes of open time of a team between two instants; of calendar time where the workspace has no calendar. */
export type BusinessMinutes = (teamId: string | null, from: Date, to: Date) => number;

type Version = Readonly<{ calendarId: string; hours: OpenHours; since: Date }>;

/**
 * Counts by the calendar of the team, else by the standard one; by the version that held at the end of the stretch, or the
 * oldest one before there was any. So a change of a calendar leaves the past as it was, and counting again gives the same.
 */
export async function businessMinutes(tx: Tx, workspaceId: string): Promise<BusinessMinutes> {
  const chosen = await tx.metricCalendar.findMany({
    where: { workspaceId },
    select: { teamId: true, calendarId: true },
  });
  const standard = await tx.businessCalendar.findFirst({
    where: { workspaceId, standard: true },
    select: { id: true },
  });
  const ids = new Set([...chosen.map(({ calendarId }) => calendarId), ...(standard ? [standard.id] : [])]);
  const versions = await versionsOf(tx, workspaceId, [...ids]);
  const ofTeam = new Map(chosen.map(({ teamId, calendarId }) => [teamId, versions.get(calendarId)]));
  const usual = standard ? versions.get(standard.id) : undefined;
  return (teamId, from, to) => {
    const known = (teamId && ofTeam.get(teamId)) || usual;
    const held = known?.findLast(({ since }) => since <= to) ?? known?.[0];
    if (to <= from) return 0;
    return (held ? openTimeBetween(held.hours, from, to) : to.getTime() - from.getTime()) / MINUTE;
  };
}

async function versionsOf(tx: Tx, workspaceId: string, ids: readonly string[]) {
  const rows = await tx.calendarVersion.findMany({
    where: { workspaceId, calendarId: { in: [...ids] } },
    orderBy: [{ calendarId: 'asc' }, { version: 'asc' }],
    select: { calendarId: true, version: true, savedAt: true },
  });
  const versions = new Map<string, Version[]>();
  for (const { calendarId, version, savedAt } of rows) {
    const hours = await hoursOfCalendar(tx, { workspaceId }, { calendarId, version });
    versions.set(calendarId, [...(versions.get(calendarId) ?? []), { calendarId, hours, since: savedAt }]);
  }
  return versions;
}
