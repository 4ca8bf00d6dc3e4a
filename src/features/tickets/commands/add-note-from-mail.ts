import { addNote } from '@/domain/ticket/reply';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import { saveTicket } from '@/features/tickets/store';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** Puts a colleague's mail on a ticket as an internal note, in the caller's transaction. The caller asked who may. */
export async function addNoteFromMail(
  tx: Tx,
  ctx: StaffContext,
  { ticket, message }: Readonly<{ ticket: Ticket; message: NewMessage }>,
): Promise<void> {
  await saveTicket(tx, ctx, addNote(ticket, { message, by: ctx.actor, at: ctx.now() }));
}
