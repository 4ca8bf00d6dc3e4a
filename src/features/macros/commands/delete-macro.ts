import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { changeableMacro } from '@/features/macros/changeable-macro';
import type { MacroIdInput } from '@/features/macros/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Deletes a macro with its texts; what was done with it stays done. A rule that applies it says that it is gone. */
export function deleteMacro(
  ctx: StaffContext,
  { macroId }: MacroIdInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    const macro = await changeableMacro(tx, ctx, macroId);
    if (!macro) return fail({ code: 'not_found' });
    await tx.macro.delete({ where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: macroId } } });
    if (macro.audience !== 'personal') {
      await recordAudit(tx, ctx, { action: 'macro.deleted', target: macro.name });
    }
    return ok(null);
  });
}
