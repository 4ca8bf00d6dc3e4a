import { fail, ok, type Result } from '@/domain/shared/result';
import { countUse } from '@/features/macros/count-use';
import type { MacroTextInput } from '@/features/macros/inputs';
import { findMacro } from '@/features/macros/macro-rows';
import { type FilledMacroText, filledText } from '@/features/macros/macro-text';
import { visibleTicket } from '@/features/macros/visible-ticket';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** The text of a canned reply for the customer of a ticket, ready for the composer, and one more use of it. */
export function takeMacroText(
  ctx: StaffContext,
  { ticketId, macroId }: MacroTextInput,
): Promise<Result<FilledMacroText, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    const macro = await findMacro(tx, ctx, macroId);
    const ticket = macro && (await visibleTicket(tx, ctx, ticketId));
    const text = ticket && (await filledText(tx, ctx, { macro, ticketId }));
    if (!text) return fail({ code: 'not_found' });
    await countUse(tx, ctx, macroId);
    return ok(text);
  });
}
