import { cleanHtml, cleanNoteHtml, htmlToText } from '@/channels/lib/html';
import { PLAIN_MESSAGE } from '@/domain/ticket/plain-message';
import type { NewMessage } from '@/domain/ticket/ticket';
import type { StaffContext } from '@/server/context';

type Written = Pick<NewMessage, 'direction' | 'channel' | 'attachmentIds' | 'mentions'> &
  Readonly<{ html: string; messageId?: string | undefined }>;

/** A message that a member of staff wrote, cleaned; nothing in it that only a mail has. */
export function staffMessage(
  ctx: StaffContext,
  { html, direction, channel, attachmentIds, mentions, messageId }: Written,
): NewMessage {
  const clean = mentions ? cleanNoteHtml(html) : cleanHtml(html);
  const text = htmlToText(clean);
  return {
    ...PLAIN_MESSAGE,
    direction,
    channel,
    attachmentIds,
    ...(mentions && { mentions }),
    id: messageId ?? ctx.newId(),
    author: { kind: 'user', id: ctx.actor.id, name: ctx.actor.name, address: '' },
    text,
    visibleText: text,
    html: clean,
  };
}
