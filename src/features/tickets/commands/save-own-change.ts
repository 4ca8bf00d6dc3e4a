import { ok, type Result } from '@/domain/shared/result';
import type { TicketClosed } from '@/domain/ticket/reply';
import type { Ticket } from '@/domain/ticket/ticket';
import { type TicketPatch, updateTicket } from '@/domain/ticket/update';
import { saveTicket } from '@/features/tickets/store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Own = Readonly<{ ticket: Ticket; patch: TicketPatch }>;

/** Sets what the ticket's own customer may set, in the caller's transaction. The caller has asked whether they may. */
export async function saveOwnChange(
  tx: Tx,
  ctx: Context,
  { ticket, patch }: Own,
): Promise<Result<null, TicketClosed>> {
  const change = updateTicket(ticket, patch, { by: ctx.actor, at: ctx.now() });
  if (!change.ok) return change;
  await saveTicket(tx, ctx, change.value);
  return ok(null);
}
