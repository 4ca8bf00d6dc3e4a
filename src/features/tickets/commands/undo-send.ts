import { fail, ok, type Result } from '@/domain/shared/result';
import { takeBack } from '@/domain/ticket/take-back';
import type { MessageInput } from '@/features/tickets/inputs';
import { movedWith, withoutMessage } from '@/features/tickets/remaining-messages';
import { saveTicket } from '@/features/tickets/store';
import { type RestoredDraft, restoreAsDraft, writtenMessage } from '@/features/tickets/written-message';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Undone = Readonly<{ ticketId: string }> & RestoredDraft;
type Refused = Readonly<{ code: 'not_found' | 'message.already_sent' }>;

/**
 * Takes back a message that has not left yet, whether within the undo time or planned for later. Its text, recipients and
 * files become the draft of whoever took it back, in front of what they have typed since; the ticket goes back to the
 * status and assignee it had. The message stays in the timeline as taken back. Fails once the outbox began to send it.
 */
export function undoSend(ctx: StaffContext, { messageId }: MessageInput): Promise<Result<Undone, Refused>> {
  return transaction(ctx, async (tx) => {
    const written = await writtenMessage(tx, ctx, messageId);
    if (!written) return fail({ code: 'not_found' });
    const { message, ticket } = written;
    if (!(await cancelOutgoing(tx, ctx, messageId))) return fail({ code: 'message.already_sent' });
    const ticketId = ticket.id;
    const moves = await movedWith(tx, ctx, { ticketId, messageId, at: message.createdAt });
    const rest = await withoutMessage(tx, ctx, { ticketId, messageId });
    const change = takeBack(ticket, { messageId, ...moves, ...rest }, { by: ctx.actor, at: ctx.now() });
    await saveTicket(tx, ctx, change);
    return ok({ ticketId, ...(await restoreAsDraft(tx, ctx, { messageId, message })) });
  });
}

/** True when the outbox row was still waiting, and is cancelled now together with the message. */
async function cancelOutgoing(tx: Tx, ctx: StaffContext, messageId: string): Promise<boolean> {
  const { workspaceId } = ctx;
  const { count } = await tx.outgoingMail.updateMany({
    where: { workspaceId, messageId, state: 'queued' },
    data: { state: 'cancelled' },
  });
  if (count === 0) return false;
  await tx.message.updateMany({
    where: { workspaceId, id: messageId },
    data: { delivery: 'cancelled', deliveryDetail: 'undone' },
  });
  return true;
}
