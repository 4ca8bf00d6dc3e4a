import { mentionsAsText } from '@/domain/ticket/mention';
import type { TicketEvent } from '@/domain/ticket/ticket';

/** What a ticket's history keeps of an event: ids and what changed. The words of a message stand in its own row. */
export function factsOf(event: TicketEvent): Record<string, string | number | boolean | null> {
  if (event.type === 'message.added') {
    const { id, direction, channel, automated, thanks, author, mentions = [] } = event.message;
    const facts = { messageId: id, direction, channel, automated, thanks, author: author.kind };
    return mentions.length > 0 ? { ...facts, mentions: mentionsAsText(mentions) } : facts;
  }
  const { type: _, ...facts } = event;
  return facts;
}
