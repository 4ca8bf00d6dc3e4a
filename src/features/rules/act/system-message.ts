import { PLAIN_MESSAGE } from '@/domain/ticket/plain-message';
import type { NewMessage } from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';

type Said = Readonly<{ text: string; html?: string | null }> &
  Partial<Omit<NewMessage, 'text' | 'html' | 'author'>> &
  Pick<NewMessage, 'direction' | 'channel'>;

/** A message of the product itself in the name of whoever acts; a note unless the rest says more. */
export function systemMessage(ctx: Context, { text, html = null, ...said }: Said): NewMessage {
  return {
    ...PLAIN_MESSAGE,
    id: ctx.newId(),
    author: {
      kind: 'system',
      name: said.from?.[0]?.name ?? ctx.actor.name,
      address: said.from?.[0]?.address ?? '',
    },
    text,
    visibleText: text,
    html,
    ...said,
  };
}
