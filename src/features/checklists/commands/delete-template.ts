import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Deletes a template. Checklists made from it stay; macros leave it out, and rules say that it is gone. */
export function deleteTemplate(
  ctx: StaffContext,
  { templateId: id }: Readonly<{ templateId: string }>,
): Promise<Result<null, Readonly<{ code: 'not_found' | 'forbidden' }>>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'macro.manage')) return fail({ code: 'forbidden' });
    const { workspaceId } = ctx;
    const template = await tx.checklistTemplate.findFirst({
      where: { workspaceId, id },
      select: { name: true },
    });
    if (!template) return fail({ code: 'not_found' });
    await tx.checklistTemplate.deleteMany({ where: { workspaceId, id } });
    await recordAudit(tx, ctx, { action: 'checklist_template.deleted', target: template.name });
    return ok(null);
  });
}
