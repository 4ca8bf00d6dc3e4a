import { mayOnTicket } from '@/domain/permission/can';
import { mayAskWhen } from '@/domain/promise/when-asked';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { TicketInput } from '@/features/portal/inputs';
import { requestOf } from '@/features/portal/request-of';
import { requestPath } from '@/features/portal/request-path';
import { promiseWhenAsked } from '@/features/promises/commands/promise-when-asked';
import type { ActingCustomer } from '@/server/actions/portal-action';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'ticket.closed' | 'promise.no_ground' }>;

/**
 * The customer asks when they can expect an answer, and is told: what is said stands as a promise from then on. Who was told
 * already is not told another time. Fails where it is not we who owe something, and where nothing tells a time.
 */
export function askWhen(
  who: ActingCustomer,
  { number }: TicketInput,
): Promise<Result<Readonly<{ goTo: string }>, Refused>> {
  const { ctx } = who;
  return transaction(ctx, async (tx) => {
    const found = await requestOf(tx, ctx, number);
    if (!found || !mayOnTicket(ctx.actor, 'ticket.reply', found.owned)) return fail({ code: 'not_found' });
    const { ticket } = found;
    if (!mayAskWhen(ticket.status)) return fail({ code: 'ticket.closed' });
    if (!(await promiseWhenAsked(tx, ctx, ticket))) return fail({ code: 'promise.no_ground' });
    return ok({ goTo: requestPath(who, ticket.number) });
  });
}
