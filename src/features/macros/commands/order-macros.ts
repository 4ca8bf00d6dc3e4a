import { mayChangeMacro } from '@/domain/macro/macro';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { MacroOrderInput } from '@/features/macros/inputs';
import { leadsOf, macroSelection } from '@/features/macros/macro-rows';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/**
 * Puts these macros into this order, in the places that they hold among all. Refused when one of them is not the actor's
 * to change.
 */
export function orderMacros(
  ctx: StaffContext,
  { macroIds }: MacroOrderInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId, actor } = ctx;
  return transaction(ctx, async (tx) => {
    const leads = await leadsOf(tx, ctx);
    const rows = await tx.macro.findMany({
      where: { workspaceId, id: { in: macroIds } },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { ...macroSelection, position: true },
    });
    const isAll = new Set(macroIds).size === rows.length && macroIds.length === rows.length;
    if (!isAll || !rows.every((macro) => mayChangeMacro(actor, macro, { leads }))) {
      return fail({ code: 'not_found' });
    }
    const places = rows.map(({ position }) => position);
    for (const [index, id] of macroIds.entries()) {
      const position = places[index] ?? index;
      if (rows[index]?.id !== id) {
        await tx.macro.update({ where: { workspaceId_id: { workspaceId, id } }, data: { position } });
      }
    }
    return ok(null);
  });
}
