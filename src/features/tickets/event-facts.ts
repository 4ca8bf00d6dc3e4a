import type { TicketEvent } from '@/domain/ticket/ticket';

/** What a ticket's history keeps of an event: ids and what changed. The words of a message stand in its own row. */
export function factsOf(event: TicketEvent): Record<string, string | number | boolean | null> {
  if (event.type === 'message.added') {
    const { id, direction, channel, automated, thanks, author } = event.message;
    return { messageId: id, direction, channel, automated, thanks, author: author.kind };
  }
  const { type: _, ...facts } = event;
  return facts;
}
