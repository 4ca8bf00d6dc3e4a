import type { NewMessage } from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';

type Said = Readonly<{ text: string; html?: string | null }> &
  Partial<Omit<NewMessage, 'text' | 'html' | 'author'>> &
  Pick<NewMessage, 'direction' | 'channel'>;

/** A message of the product itself in the name of whoever acts; a note unless the rest says more. */
export function systemMessage(ctx: Context, { text, html = null, ...said }: Said): NewMessage {
  return {
    id: ctx.newId(),
    channelAccountId: null,
    author: {
      kind: 'system',
      name: said.from?.[0]?.name ?? ctx.actor.name,
      address: said.from?.[0]?.address ?? '',
    },
    subject: '',
    text,
    visibleText: text,
    html,
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
    attachmentIds: [],
    files: [],
    ...said,
  };
}
