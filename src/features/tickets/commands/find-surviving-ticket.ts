import type { Ticket } from '@/domain/ticket/ticket';
import { findTicket } from '@/features/tickets/store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

const LONGEST_CHAIN = 20;

/** The ticket, or the one into which it was merged, however often. Null when there is none of this id. */
export async function findSurvivingTicket(tx: Tx, ctx: Context, id: string): Promise<Ticket | null> {
  let ticket = await findTicket(tx, ctx, id);
  for (let step = 0; ticket?.mergedIntoId && step < LONGEST_CHAIN; step++) {
    ticket = await findTicket(tx, ctx, ticket.mergedIntoId);
  }
  return ticket;
}
