import type { NewMessage, ThreadedBy } from '@/domain/ticket/ticket';
import type { SystemContext } from '@/server/context';
import type { Placing } from './placing';

type Parts = Readonly<{ author: NewMessage['author']; threadedBy: ThreadedBy | null }>;

/** The mail as a message, word for word. */
export function inboundMessage(
  ctx: SystemContext,
  { raw, mail, files, unverified }: Placing,
  { author, threadedBy }: Parts,
): NewMessage {
  return {
    id: ctx.newId(),
    direction: 'inbound',
    channel: 'email',
    channelAccountId: raw.mailbox.id,
    author,
    subject: mail.subject,
    text: mail.text,
    visibleText: mail.visibleText,
    html: mail.html,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    headers: mail.headers,
    from: mail.from,
    replyTo: mail.replyTo,
    to: mail.to,
    cc: mail.cc,
    bcc: [],
    automated: mail.automated,
    threadedBy,
    language: mail.language,
    unverified,
    thanks: false,
    sendAt: null,
    scheduled: false,
    sentAt: mail.sentAt,
    receivedAt: raw.receivedAt,
    rawInboundId: raw.id,
    attachmentIds: [],
    files,
  };
}
