import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Takes a mark off the charts. */
export function deleteAnnotation(
  ctx: StaffContext,
  { annotationId: id }: Readonly<{ annotationId: string }>,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'insights.manage')) return fail({ code: 'not_found' });
    const { workspaceId } = ctx;
    const found = await tx.annotation.findFirst({ where: { workspaceId, id }, select: { text: true } });
    if (!found) return fail({ code: 'not_found' });
    await tx.annotation.deleteMany({ where: { workspaceId, id } });
    await recordAudit(tx, ctx, { action: 'annotation.deleted', target: found.text });
    return ok(null);
  });
}
