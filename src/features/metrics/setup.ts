import type { MetricName } from '@/domain/metrics/registry';
import { type MetricSettings, metricSettings } from '@/features/metrics/settings';
import type { StaffContext } from '@/server/context';

/** How a workspace counts, what it aims at, and how far the counter has come. */
export type MetricSetup = Omit<MetricSettings, 'version'> &
  Readonly<{
    targets: readonly Readonly<{ metric: MetricName; value: number }>[];
    calendars: readonly Readonly<{ teamId: string; calendarId: string }>[];
    /** ISO 8601; null before anything was counted. */
    countedAt: string | null;
    /** Changes that are still to be counted, up to 10,000. */
    waiting: number;
  }>;

/** Settings, targets and calendars, for the administration. */
export async function setupOf({ db, workspaceId }: StaffContext): Promise<MetricSetup> {
  const where = { workspaceId };
  const [{ version: _, ...settings }, targets, calendars, state, waiting] = await Promise.all([
    metricSettings(db, workspaceId),
    db.metricTarget.findMany({ where, orderBy: { metric: 'asc' }, select: { metric: true, value: true } }),
    db.metricCalendar.findMany({
      where,
      orderBy: { teamId: 'asc' },
      select: { teamId: true, calendarId: true },
    }),
    db.metricState.findUnique({ where, select: { countedAt: true } }),
    db.metricChange.count({ where, take: 10_000 }),
  ]);
  return {
    ...settings,
    targets: targets.map(({ metric, value }) => ({ metric: metric as MetricName, value })),
    calendars,
    countedAt: state?.countedAt?.toISOString() ?? null,
    waiting,
  };
}
