import { fail, ok, type Result } from '@/domain/shared/result';
import type { MacroIdInput } from '@/features/macros/inputs';
import { findMacro } from '@/features/macros/macro-rows';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Copied = Readonly<{ macroId: string }>;

/** Makes a copy of any macro that the actor sees, as their own, to be changed and shared from there. */
export function copyMacro(
  ctx: StaffContext,
  { macroId }: MacroIdInput,
): Promise<Result<Copied, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId, actor } = ctx;
  return transaction(ctx, async (tx) => {
    const macro = await findMacro(tx, ctx, macroId);
    if (!macro || !actor.id) return fail({ code: 'not_found' });
    const last = await tx.macro.aggregate({ where: { workspaceId }, _max: { position: true } });
    const id = ctx.newId();
    const { name, folder, textKind, actions, texts } = macro;
    const at = ctx.now();
    await tx.macro.create({
      data: {
        workspaceId,
        id,
        name,
        folder,
        textKind,
        actions: JSON.parse(JSON.stringify(actions)),
        audience: 'personal',
        ownerId: actor.id,
        position: (last._max.position ?? 0) + 1,
        createdAt: at,
        updatedAt: at,
      },
    });
    await tx.macroText.createMany({
      data: Object.entries(texts).map(([locale, html]) => ({ workspaceId, macroId: id, locale, html })),
    });
    return ok({ macroId: id });
  });
}
