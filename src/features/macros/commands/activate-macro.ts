import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { changeableMacro } from '@/features/macros/changeable-macro';
import type { ActivateMacroInput } from '@/features/macros/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Takes a macro out of everybody's lists, or puts it back; it stays where it is managed. */
export function activateMacro(
  ctx: StaffContext,
  { macroId, active }: ActivateMacroInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const macro = await changeableMacro(tx, ctx, macroId);
    if (!macro) return fail({ code: 'not_found' });
    await tx.macro.update({
      where: { workspaceId_id: { workspaceId, id: macroId } },
      data: { active, version: { increment: 1 }, updatedAt: ctx.now() },
    });
    if (macro.audience !== 'personal' && macro.active !== active) {
      await recordAudit(tx, ctx, { action: 'macro.changed', target: macro.name, data: { active } });
    }
    return ok(null);
  });
}
