import { definitionOf, type MetricName } from '@/domain/metrics/registry';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Target = Readonly<{
  metric: MetricName;
  /** In the unit of the metric: a share between 0 and 1, minutes, points, a score or so many; null for none. */
  value: number | null;
}>;

type Refused = Readonly<{ code: 'not_found' | 'insights.no_target' }>;

/** Says what the workspace wants a number to be. Numbers of which neither way is better have no target. */
export function setTarget(ctx: StaffContext, { metric, value }: Target): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'insights.manage')) return fail({ code: 'not_found' });
    const { better, unit } = definitionOf(metric);
    if (better === null || !isPossible(value, unit)) return fail({ code: 'insights.no_target' });
    const { workspaceId } = ctx;
    await tx.metricTarget.deleteMany({ where: { workspaceId, metric } });
    if (value !== null) await tx.metricTarget.create({ data: { workspaceId, metric, value } });
    await recordAudit(tx, ctx, { action: 'target.set', target: metric, data: { value } });
    return ok(null);
  });
}

/** Bounds of what a number can be at all. */
const BOUNDS: Readonly<Record<string, readonly [number, number]>> = { share: [0, 1], points: [-100, 100] };

function isPossible(value: number | null, unit: string): boolean {
  const [low, high] = BOUNDS[unit] ?? [0, Number.MAX_SAFE_INTEGER];
  return value === null || (Number.isFinite(value) && value >= low && value <= high);
}
