import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { keepDraft } from '@/features/tickets/draft';
import type { DraftInput } from '@/features/tickets/inputs';
import { findTicket } from '@/features/tickets/store';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/**
 * Keeps what a person has typed on a ticket, as it stands in the composer: it is only ever shown to its writer. Also on a
 * closed ticket, so that nothing typed is lost. Gives the instant of saving; an empty text takes the draft away.
 */
export function saveDraft(
  ctx: StaffContext,
  { ticketId, ...draft }: DraftInput,
): Promise<Result<Readonly<{ savedAt: Date }>, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, ctx, ticketId);
    const permission = draft.kind === 'note' ? 'ticket.note' : 'ticket.reply';
    const userId = ctx.actor.id;
    if (!ticket || !userId || !mayOnTicket(ctx.actor, permission, ticket)) return fail({ code: 'not_found' });
    await keepDraft(tx, ctx, { ...draft, ticketId, userId });
    return ok({ savedAt: ctx.now() });
  });
}
