import { isActive } from '@/domain/ticket/ticket';
import { promiseByRule } from '@/features/promises/commands/make-promise';
import { type Acting, DONE, type Ended, failed, type Step, ticketOf } from './acting';

/** Promises an answer or a solution; a mail after it can tell the time by `{{promise.answer_by}}`. */
export async function promise(acting: Acting, { action }: Step<'make_promise'>): Promise<Ended> {
  const { tx, ctx } = acting;
  const ticket = await ticketOf(acting);
  if (!isActive(ticket.status)) return failed('ticket.closed');
  const { about, within } = action;
  const hours = within === 'estimate' ? null : Number(within);
  return (await promiseByRule(tx, ctx, { ticket, about, hours })) ? DONE : failed('promise.no_ground');
}
