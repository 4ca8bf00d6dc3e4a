import { textAsHtml } from '@/domain/channel/text-as-html';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import { outboundEnvelope } from '@/features/delivery/commands/outbound-envelope';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { env } from '@/server/env';

type Words = Readonly<{
  message: NewMessage;
  ticket: Ticket;
  to: Readonly<{ address: string; name: string | null }>;
}>;

/** What was to be said in a chat, as a mail to this address. Null when the workspace has no mailbox to send from. */
export async function mailWords(
  tx: Tx,
  ctx: Context,
  { message, ticket, to }: Words,
): Promise<NewMessage | null> {
  const envelope = await outboundEnvelope(tx, ctx, { ticket, messageId: message.id });
  if (!envelope) return null;
  return {
    ...message,
    channel: 'email',
    channelAccountId: envelope.channelAccountId,
    html: textAsHtml(message.text),
    subject: envelope.subject,
    messageId: envelope.messageId,
    inReplyTo: envelope.inReplyTo,
    references: envelope.references,
    from: [envelope.from],
    replyTo: [envelope.replyTo],
    to: [to],
    sendAt: new Date(ctx.now().getTime() + env().UNDO_SECONDS * 1000),
    sentAt: null,
  };
}
