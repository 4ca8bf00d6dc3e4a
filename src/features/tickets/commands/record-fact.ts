import type { TicketEvent } from '@/domain/ticket/ticket';
import { findTicket, saveTicket } from '@/features/tickets/store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import type { Fact } from './record-facts';

/** Saves a ticket of which no field changed, but something that its clocks look at. False when it is gone. */
export function recordFact(ctx: Context, fact: Fact): Promise<boolean> {
  return transaction(ctx, (tx) => recordFactIn(tx, ctx, fact));
}

/** The same within another command's transaction. */
export async function recordFactIn(tx: Tx, ctx: Context, { ticketId, event }: Fact): Promise<boolean> {
  const ticket = await findTicket(tx, ctx, ticketId);
  if (!ticket) return false;
  const events: TicketEvent[] = [event];
  await saveTicket(tx, ctx, { before: ticket, after: ticket, events, by: ctx.actor, at: ctx.now() });
  return true;
}
