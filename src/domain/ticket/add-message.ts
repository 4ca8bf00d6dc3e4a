import type { NewMessage, Ticket } from './ticket';

const PREVIEW_LENGTH = 160;

/**
 * The ticket's state once a message stands on it: what lists show and sort by. Status is decided elsewhere.
 * What the product itself says (an acknowledgement) is not news to anybody who works here.
 */
export function withMessage(ticket: Ticket, message: NewMessage, at: Date): Ticket {
  if (message.author.kind === 'system') return ticket;
  if (message.direction === 'note') return { ...ticket, activityAt: at };
  return {
    ...ticket,
    activityAt: at,
    lastMessageAt: at,
    lastMessageId: message.id,
    lastDirection: message.direction,
    preview: previewOf(message.visibleText),
    language: ticket.language ?? (message.direction === 'inbound' ? message.language : null),
  };
}

/** The first 160 characters in one line. */
export function previewOf(text: string): string {
  const line = text
    .slice(0, PREVIEW_LENGTH * 4)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= PREVIEW_LENGTH ? line : `${line.slice(0, PREVIEW_LENGTH - 1)}…`;
}
