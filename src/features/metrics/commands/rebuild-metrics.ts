import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { noteEverything } from '@/features/metrics/commands/count-changes';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' }>;

/** Notes everything in the workspace to be counted again; the worker does it, and numbers stay until theirs are counted. */
export function rebuildMetrics(ctx: StaffContext): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
    await noteEverything(tx, ctx.workspaceId);
    await recordAudit(tx, ctx, { action: 'metrics.rebuilt', target: '', data: {} });
    return ok(null);
  });
}
