import type { NewMessage, Ticket, TicketEvent } from '@/domain/ticket/ticket';
import { saveTicket } from '@/features/tickets/store';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Reported = Readonly<{
  ticket: Ticket;
  /** The report itself, when it came as a mail of its own. */
  report: NewMessage | null;
  events: readonly Extract<TicketEvent, { type: 'message.delivery_changed' }>[];
}>;

/**
 * Writes into a ticket's history what became of one of its mails. A report is no word of the customer: it changes neither
 * the status nor what the lists show.
 */
export async function recordReport(
  tx: Tx,
  ctx: SystemContext,
  { ticket, report, events }: Reported,
): Promise<void> {
  const added = report ? [{ type: 'message.added', message: report } as const] : [];
  const change = { before: ticket, after: ticket, events: [...added, ...events] };
  await saveTicket(tx, ctx, { ...change, by: ctx.actor, at: ctx.now() });
}
