import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { PortalFormsInput } from '@/features/forms/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Which request forms the portal offers: these, and no others. */
export function choosePortalForms(
  ctx: StaffContext,
  { formIds }: PortalFormsInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  const chosen = [...new Set(formIds)];
  return transaction(ctx, async (tx) => {
    const known = await tx.requestForm.count({ where: { workspaceId, channelAccountId: { in: chosen } } });
    if (known < chosen.length) return fail({ code: 'not_found' });
    await tx.requestForm.updateMany({
      where: { workspaceId, channelAccountId: { in: chosen }, inPortal: false },
      data: { inPortal: true },
    });
    await tx.requestForm.updateMany({
      where: { workspaceId, channelAccountId: { notIn: chosen }, inPortal: true },
      data: { inPortal: false },
    });
    await recordAudit(tx, ctx, { action: 'portal.forms_chosen', target: '', data: { forms: chosen.length } });
    return ok(null);
  });
}
