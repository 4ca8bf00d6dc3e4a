import { fail, ok, type Result } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import type { ViewLookInput } from '../inputs';
import { findView } from '../view-rows';

/** Keeps how one person wants to see a view, without changing it for others; null lets it look as the view says again. */
export function setViewLook(
  ctx: StaffContext,
  { viewId, look }: ViewLookInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const userId = ctx.actor.id;
    if (userId === null || !(await findView(tx, ctx, viewId))) return fail({ code: 'not_found' });
    if (look === null) {
      await tx.savedViewLook.deleteMany({ where: { workspaceId, viewId, userId } });
      return ok(null);
    }
    const data = { ...look, columns: [...look.columns], updatedAt: ctx.now() };
    await tx.savedViewLook.upsert({
      where: { workspaceId_viewId_userId: { workspaceId, viewId, userId } },
      create: { ...data, workspaceId, viewId, userId },
      update: data,
    });
    return ok(null);
  });
}
