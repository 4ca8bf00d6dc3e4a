import type { Actor } from '@/domain/permission/actor';
import { type Direction, differences, type Ticket, type TicketChange, type TicketStatus } from './ticket';

type Move<Value> = Readonly<{ from: Value; to: Value }>;

/** A message that never left, and how the ticket stands without it. */
export type TakenBack = Readonly<{
  messageId: string;
  /** What sending it changed on the ticket; null where it changed nothing. */
  status: Move<TicketStatus> | null;
  assignee: Move<string | null> | null;
  /** The newest public message that is left, and when the first answer of a person that is left went out. */
  newest: Readonly<{ id: string; at: Date; direction: Direction; preview: string }> | null;
  firstRepliedAt: Date | null;
}>;

/**
 * Undoes a reply that has not left: the ticket goes back to the status and assignee that it had, unless somebody changed
 * them since, and the reply counts as no answer.
 */
export function takeBack(
  ticket: Ticket,
  { messageId, newest, firstRepliedAt, ...moves }: TakenBack,
  { by, at }: Readonly<{ by: Actor; at: Date }>,
): TicketChange {
  const status = movedBack(ticket.status, moves.status);
  const after: Ticket = {
    ...ticket,
    status,
    assigneeId: movedBack(ticket.assigneeId, moves.assignee),
    solvedAt: status === 'solved' ? (ticket.solvedAt ?? at) : null,
    firstRepliedAt,
    lastMessageId: newest?.id ?? null,
    lastMessageAt: newest?.at ?? null,
    lastDirection: newest?.direction ?? null,
    preview: newest?.preview ?? '',
  };
  const events = differences(ticket, after);
  return {
    before: ticket,
    after,
    events: [{ type: 'message.cancelled', messageId, reason: 'undone' }, ...events],
    by,
    at,
  };
}

const movedBack = <Value>(now: Value, move: Move<Value> | null): Value =>
  move && move.to === now ? move.from : now;
