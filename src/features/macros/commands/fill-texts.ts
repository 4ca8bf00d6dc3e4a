import type { MacroTexts } from '@/domain/macro/macro';
import { type FilledMacroText, filledText } from '@/features/macros/macro-text';
import type { StaffContext } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';

/**
 * Texts by language as one answer for the customer of a ticket: in their language or in the best that there is, with its
 * variables filled as those of a macro are. Asks for no permission: whoever calls has loaded the ticket and asked.
 */
export const fillTexts = (
  db: Db | Tx,
  ctx: StaffContext,
  { texts, ticketId }: Readonly<{ texts: MacroTexts; ticketId: string }>,
): Promise<FilledMacroText | null> => filledText(db, ctx, { macro: { textKind: 'reply', texts }, ticketId });
