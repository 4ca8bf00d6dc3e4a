import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { monthCosts, saveCosts } from '@/features/metrics/commands/month-costs';
import type { MetricSettingsInput } from '@/features/metrics/commands/settings-fields';
import { metricSettings } from '@/features/metrics/settings';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Refused =
  | Readonly<{ code: 'not_found' }>
  | Readonly<{ code: 'input.invalid'; fields: Readonly<Record<string, readonly string[]>> }>;

/** These decide how facts are made: a change of them counts everything again, in the background. */
const COUNTED_BY = ['fcrDays', 'thanksReopen', 'answerSeconds', 'shortSeconds', 'costCurrency'] as const;

/** Sets how the workspace counts, its targets, what support costs, and by which calendars teams count their minutes. */
export function saveMetricSettings(
  ctx: StaffContext,
  input: MetricSettingsInput,
): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
    const { targets = [], calendars = [], costs = [], ...fields } = input;
    if (!(await areHere(tx, workspaceId, calendars))) return fail({ code: 'not_found' });
    const before = await metricSettings(tx, workspaceId);
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    const after = { ...before, ...given };
    const months = monthCosts(costs, after.costCurrency);
    if (!months) return fail({ code: 'input.invalid', fields: { costs: ['amount'] } });
    const anew = COUNTED_BY.some((name) => before[name] !== after[name]) || calendars.length > 0;
    const set = { ...after, version: before.version + (anew ? 1 : 0) };
    await tx.metricSettings.upsert({ where: { workspaceId }, create: { workspaceId, ...set }, update: set });
    await saveTargets(tx, workspaceId, targets);
    await saveCalendars(tx, workspaceId, calendars);
    await saveCosts(tx, ctx, months);
    await recordAudit(tx, ctx, {
      action: 'metrics.changed',
      target: '',
      data: { ...given, targets: targets.length, calendars: calendars.length, costs: costs.length },
    });
    return ok(null);
  });
}

type Calendars = NonNullable<MetricSettingsInput['calendars']>;

async function areHere(tx: Tx, workspaceId: string, calendars: Calendars): Promise<boolean> {
  const teamIds = [...new Set(calendars.map(({ teamId }) => teamId))];
  const calendarIds = [...new Set(calendars.flatMap(({ calendarId }) => calendarId ?? []))];
  const teams = await tx.team.count({ where: { workspaceId, id: { in: teamIds } } });
  const known = await tx.businessCalendar.count({ where: { workspaceId, id: { in: calendarIds } } });
  return teams === teamIds.length && known === calendarIds.length;
}

async function saveTargets(
  tx: Tx,
  workspaceId: string,
  targets: NonNullable<MetricSettingsInput['targets']>,
): Promise<void> {
  if (targets.length === 0) return;
  await tx.metricTarget.deleteMany({
    where: { workspaceId, metric: { in: targets.map(({ metric }) => metric) } },
  });
  const data = targets.flatMap(({ metric, value }) =>
    value === null ? [] : [{ workspaceId, metric, value }],
  );
  await tx.metricTarget.createMany({ data, skipDuplicates: true });
}

async function saveCalendars(tx: Tx, workspaceId: string, calendars: Calendars): Promise<void> {
  if (calendars.length === 0) return;
  await tx.metricCalendar.deleteMany({
    where: { workspaceId, teamId: { in: calendars.map(({ teamId }) => teamId) } },
  });
  const data = calendars.flatMap(({ teamId, calendarId }) =>
    calendarId === null ? [] : [{ workspaceId, teamId, calendarId }],
  );
  await tx.metricCalendar.createMany({ data, skipDuplicates: true });
}
