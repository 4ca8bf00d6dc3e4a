import { fail, ok, type Result } from '@/domain/shared/result';
import type { FavouriteMacroInput } from '@/features/macros/inputs';
import { findMacro } from '@/features/macros/macro-rows';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Keeps a macro on top of the actor's own list, or lets it go. */
export function favouriteMacro(
  ctx: StaffContext,
  { macroId, favourite }: FavouriteMacroInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId, actor } = ctx;
  return transaction(ctx, async (tx) => {
    if (!actor.id || !(await findMacro(tx, ctx, macroId))) return fail({ code: 'not_found' });
    const place = { workspaceId, macroId, userId: actor.id };
    await tx.macroUse.upsert({
      where: { workspaceId_macroId_userId: place },
      create: { ...place, favourite },
      update: { favourite },
    });
    return ok(null);
  });
}
