import { type ReplyStatus, replyToRequester } from '@/domain/ticket/reply';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import { outboundEnvelope } from '@/features/delivery/commands/outbound-envelope';
import { queueMessage } from '@/features/delivery/commands/queue-message';
import { saveTicket } from '@/features/tickets/store';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { env } from '@/server/env';

/**
 * Sends what an agent wrote in their own mail program to the requester, in the caller's transaction, which asked whether
 * the agent may. The status stays, but a new ticket is open now. False when there is nobody to send it to.
 */
export async function replyFromMail(
  tx: Tx,
  ctx: StaffContext,
  { ticket, message }: Readonly<{ ticket: Ticket; message: NewMessage }>,
): Promise<boolean> {
  const envelope = await outboundEnvelope(tx, ctx, { ticket, messageId: message.id });
  if (!envelope?.requester) return false;
  const at = ctx.now();
  const reply: NewMessage = {
    ...message,
    direction: 'outbound',
    channelAccountId: envelope.channelAccountId,
    subject: envelope.subject,
    messageId: envelope.messageId,
    inReplyTo: envelope.inReplyTo,
    references: envelope.references,
    headers: null,
    from: [envelope.from],
    replyTo: [envelope.replyTo],
    to: [envelope.requester],
    cc: [],
    language: ticket.language,
    sendAt: new Date(at.getTime() + env().UNDO_SECONDS * 1000),
    sentAt: null,
    receivedAt: null,
  };
  const change = replyToRequester(ticket, {
    message: reply,
    submitAs: statusAfter(ticket),
    by: ctx.actor,
    at,
  });
  if (!change.ok) return false;
  await saveTicket(tx, ctx, change.value);
  await queueMessage(tx, ctx, { message: reply, kind: 'reply' });
  return true;
}

const statusAfter = ({ status }: Ticket): ReplyStatus =>
  status === 'new' || status === 'closed' ? 'open' : status;
