import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { TicketClosed } from '@/domain/ticket/reply';
import type { TicketInput } from '@/features/portal/inputs';
import { requestOf } from '@/features/portal/request-of';
import { requestPath } from '@/features/portal/request-path';
import { saveOwnChange } from '@/features/tickets/commands/save-own-change';
import type { ActingCustomer } from '@/server/actions/portal-action';
import { transaction } from '@/server/db/transaction';

/** The customer says that it is solved. Twice changes nothing. */
export function solveAsCustomer(
  who: ActingCustomer,
  { number }: TicketInput,
): Promise<Result<Readonly<{ goTo: string }>, Readonly<{ code: 'not_found' }> | TicketClosed>> {
  const { ctx } = who;
  return transaction(ctx, async (tx) => {
    const found = await requestOf(tx, ctx, number);
    if (!found || !mayOnTicket(ctx.actor, 'ticket.update', found.owned)) return fail({ code: 'not_found' });
    const { ticket } = found;
    const saved = await saveOwnChange(tx, ctx, { ticket, patch: { status: 'solved' } });
    if (!saved.ok) return saved;
    return ok({ goTo: requestPath(who, ticket.number, 'solved') });
  });
}
