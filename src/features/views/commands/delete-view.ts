import { fail, ok, type Result } from '@/domain/shared/result';
import { mayChangeView } from '@/domain/view/saved-view';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { announce, viewsTopic } from '@/server/live/announce';
import type { ViewIdInput } from '../inputs';
import { findView, teamsLedBy } from '../view-rows';

/** Forgets a view; its tickets stay where they are. */
export function deleteView(
  ctx: StaffContext,
  { viewId }: ViewIdInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    const view = await findView(tx, ctx, viewId);
    const mayChange = view && mayChangeView(ctx.actor, view, { leads: await teamsLedBy(tx, ctx) });
    if (!mayChange) return fail({ code: 'not_found' });
    await tx.savedView.delete({ where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: viewId } } });
    if (view.audience !== 'personal')
      await recordAudit(tx, ctx, { action: 'view.deleted', target: view.name });
    await announce(tx, [viewsTopic(ctx.workspaceId)]);
    return ok(null);
  });
}
