import type { TicketChange } from '@/domain/ticket/ticket';
import { saveTicket } from '@/features/tickets/store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** Puts an answer that has left already, by another way than this desk, on its ticket, in the caller's transaction. */
export async function recordAnswer(tx: Tx, ctx: Context, change: TicketChange): Promise<void> {
  await saveTicket(tx, ctx, change);
}
