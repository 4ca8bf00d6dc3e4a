import type { MetricName } from '@/domain/metrics/registry';
import { may } from '@/domain/permission/can';
import { amountText } from '@/domain/shared/money';
import { type MetricSettings, metricSettings } from '@/features/metrics/settings';
import type { StaffContext } from '@/server/context';

/** How a workspace counts, what it aims at, and how far the counter has come. */
export type MetricSetup = Omit<MetricSettings, 'version'> &
  Readonly<{
    targets: readonly Readonly<{ metric: MetricName; value: number }>[];
    calendars: readonly Readonly<{ teamId: string; calendarId: string }>[];
    /** What support costs by month (`2026-03`), the newest first, as decimal numbers in `costCurrency`; at most 36, and none for those who do not run the workspace. */
    costs: readonly Readonly<{ month: string; amount: string }>[];
    /** ISO 8601; null before anything was counted. */
    countedAt: string | null;
    /** Changes that are still to be counted, up to 10,000. */
    waiting: number;
  }>;

const MOST_MONTHS = 36;

/** Settings, targets and calendars, for the administration. */
export async function setupOf({ db, workspaceId, actor }: StaffContext): Promise<MetricSetup> {
  const where = { workspaceId };
  const [{ version: _, ...settings }, targets, calendars, months, state, waiting] = await Promise.all([
    metricSettings(db, workspaceId),
    db.metricTarget.findMany({ where, orderBy: { metric: 'asc' }, select: { metric: true, value: true } }),
    db.metricCalendar.findMany({
      where,
      orderBy: { teamId: 'asc' },
      select: { teamId: true, calendarId: true },
    }),
    db.supportCost.findMany({
      where,
      orderBy: { month: 'desc' },
      take: MOST_MONTHS,
      select: { month: true, amount: true, currency: true },
    }),
    db.metricState.findUnique({ where, select: { countedAt: true } }),
    db.metricChange.count({ where, take: 10_000 }),
  ]);
  return {
    ...settings,
    targets: targets.map(({ metric, value }) => ({ metric: metric as MetricName, value })),
    calendars,
    costs: months
      .filter(({ currency }) => may(actor, 'workspace.manage') && currency === settings.costCurrency)
      .map(({ month, amount, currency }) => ({
        month: month.toISOString().slice(0, 7),
        amount: amountText(Number(amount), currency),
      })),
    countedAt: state?.countedAt?.toISOString() ?? null,
    waiting,
  };
}
