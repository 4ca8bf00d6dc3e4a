import { cleanHtml, htmlToText } from '@/channels/lib/html';
import type { NewMessage } from '@/domain/ticket/ticket';
import type { StaffContext } from '@/server/context';

type Written = Pick<NewMessage, 'direction' | 'channel' | 'attachmentIds'> & Readonly<{ html: string }>;

/** A message that a member of staff wrote, cleaned; nothing in it that only a mail has. */
export function staffMessage(
  ctx: StaffContext,
  { html, direction, channel, attachmentIds }: Written,
): NewMessage {
  const clean = cleanHtml(html);
  const text = htmlToText(clean);
  return {
    direction,
    channel,
    attachmentIds,
    id: ctx.newId(),
    channelAccountId: null,
    author: { kind: 'user', id: ctx.actor.id, name: ctx.actor.name, address: '' },
    subject: '',
    text,
    visibleText: text,
    html: clean,
    messageId: null,
    inReplyTo: [],
    references: [],
    headers: null,
    from: [],
    replyTo: [],
    to: [],
    cc: [],
    bcc: [],
    automated: null,
    threadedBy: 'hand',
    language: null,
    unverified: false,
    thanks: false,
    sendAt: null,
    scheduled: false,
    sentAt: null,
    receivedAt: null,
    rawInboundId: null,
    files: [],
  };
}
