import type { NewMessage } from '@/domain/ticket/ticket';
import { inboundMessage } from '@/features/intake/inbound-message';
import type { Placed, Placing } from '@/features/intake/placing';
import { receiveOnSide } from '@/features/tickets/commands/receive-on-side';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/**
 * Somebody answered a mail that was sent to them beside a ticket: it stands in that conversation alone. No customer is made of
 * them, and nothing is acknowledged. Null when this is no such mail.
 */
export async function placeSideMail(tx: Tx, ctx: SystemContext, placing: Placing): Promise<Placed | null> {
  const { facts, clues } = placing;
  if (!facts.sideId) return null;
  const threadedBy = clues.sideIds.includes(facts.sideId) ? 'reply_token' : 'in_reply_to';
  const message = inboundMessage(ctx, placing, { author: writerOf(placing), threadedBy });
  const ticketId = await receiveOnSide(tx, ctx, { sideId: facts.sideId, message });
  return ticketId ? { ticketId } : null;
}

/** A colleague under their own name; everybody else by what the mail says, as no customer. */
function writerOf({ facts, mail, unverified }: Placing): NewMessage['author'] {
  const { staff } = facts;
  const address = mail.sender?.address ?? '';
  if (staff && !unverified) return { kind: 'user', id: staff.id, name: staff.name, address };
  return { kind: 'system', name: mail.sender?.name || address, address };
}
