import type { Ticket } from '@/domain/ticket/ticket';
import { noteFact } from '@/features/tickets/commands/act-on-ticket';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { type NewChecklist, roomForChecklists, writeChecklist } from './write-checklist';

type Put = Readonly<{ ticket: Ticket; list: NewChecklist }>;

/** Puts a checklist on a ticket and tells its history; false where it has as many as it can have. */
export async function putChecklist(tx: Tx, ctx: Context, { ticket, list }: Put): Promise<boolean> {
  if ((await roomForChecklists(tx, ctx, ticket.id)) === 0) return false;
  await writeChecklist(tx, ctx, { ticketId: ticket.id, list });
  const event = { type: 'checklist.added', checklistId: list.id, title: list.title } as const;
  await noteFact(tx, ctx, { ticket, event });
  return true;
}
