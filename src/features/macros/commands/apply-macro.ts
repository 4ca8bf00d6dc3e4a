import type { MissingField } from '@/domain/field/field';
import { fail, ok, type Result } from '@/domain/shared/result';
import { countUse } from '@/features/macros/count-use';
import type { ApplyMacroInput } from '@/features/macros/inputs';
import { planMacro, type Skipped } from '@/features/macros/macro-plan';
import { findMacro } from '@/features/macros/macro-rows';
import type { FilledMacroText } from '@/features/macros/macro-text';
import { visibleTicket } from '@/features/macros/visible-ticket';
import { applyMacroToTicket } from '@/features/tickets/commands/apply-macro';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Applied = Readonly<{
  /** For undoing it; null when nothing on the ticket had to change. */
  applicationId: string | null;
  /** The answer for the composer; nothing is sent by applying. */
  reply: FilledMacroText | null;
  skipped: readonly Skipped[];
}>;

type Refused =
  | Readonly<{ code: 'not_found' | 'ticket.closed' | 'input.invalid' }>
  | Readonly<{ code: 'ticket.fields_missing' | 'ticket.checklist_open'; missing: readonly MissingField[] }>;

/**
 * Applies a macro to a ticket: all of it that is allowed, in one save. Its public text is handed back for a person to
 * look at and send, since drafts are never overwritten and nothing goes out unseen. A macro that is switched off, or that
 * the actor does not see, is not found.
 */
export function applyMacro(
  ctx: StaffContext,
  { ticketId, macroId, leaveStatus }: ApplyMacroInput,
): Promise<Result<Applied, Refused>> {
  return transaction(ctx, async (tx) => {
    const macro = await findMacro(tx, ctx, macroId);
    const ticket = macro?.active ? await visibleTicket(tx, ctx, ticketId) : null;
    if (!macro || !ticket) return fail({ code: 'not_found' });
    const { patch, notes, checklists, reply, skipped } = await planMacro(tx, ctx, { macro, ticket });
    const { addTags = [], removeTags = [], status, own = {}, ...fields } = patch;
    const done = await applyMacroToTicket(tx, ctx, {
      ticketId,
      macro: { id: macro.id, name: macro.name },
      patch: leaveStatus && reply ? fields : { ...fields, status },
      own,
      addTags,
      removeTags,
      notes,
      checklists,
    });
    if (!done.ok) return done;
    await countUse(tx, ctx, macroId);
    return ok({ ...done.value, reply, skipped });
  });
}
