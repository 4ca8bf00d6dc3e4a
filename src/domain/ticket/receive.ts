import type { Actor } from '@/domain/permission/actor';
import { withMessage } from './add-message';
import { sleepsUntil } from './snooze';
import { differences, type NewMessage, type Ticket, type TicketChange, type TicketStatus } from './ticket';
import { isTrashed } from './trash';

export type Received = Readonly<{ message: NewMessage; by: Actor; at: Date }>;

/**
 * The customer (or somebody in copy) wrote on this ticket. A person's message moves pending and solved to open;
 * automatic mail and a bare "thank you" do not (domain.md "Ticket life"). On hold stays on hold: we still wait for
 * somebody else, while the next reply is owed (contracts H.2, rule 8), unless it sleeps, for then they wake it. A closed ticket takes only the latter two, and
 * stays closed.
 */
export function receiveMessage(ticket: Ticket, { message, by, at }: Received): TicketChange {
  const status = statusAfter(ticket, message);
  const after: Ticket = {
    ...withMessage(ticket, message, at),
    status,
    solvedAt: status === ticket.status ? ticket.solvedAt : null,
    firstRepliedAt: message.automated ? ticket.firstRepliedAt : repliedBy(ticket, at),
    ...(isFetched(ticket, message) && { trashedAt: null }),
  };
  return {
    before: ticket,
    after,
    events: [{ type: 'message.added', message }, ...differences(ticket, after)],
    by,
    at,
  };
}

/** What a person writes takes their ticket out of the trash, so that it is seen before it is erased; spam stays there. */
const isFetched = (ticket: Ticket, { automated }: NewMessage): boolean =>
  isTrashed(ticket) && !ticket.spam && automated === null;

/** An answer that was planned for later than this message is called off by it, and was none. */
function repliedBy({ firstRepliedAt }: Ticket, at: Date): Date | null {
  return firstRepliedAt && firstRepliedAt > at ? null : firstRepliedAt;
}

function statusAfter(ticket: Ticket, message: NewMessage): TicketStatus {
  const { status } = ticket;
  if (message.automated || message.thanks) return status;
  return status === 'pending' || status === 'solved' || sleepsUntil(ticket) ? 'open' : status;
}

/** A ticket as it is before its first message. */
export type Opening = Pick<
  Ticket,
  | 'id'
  | 'number'
  | 'subject'
  | 'channel'
  | 'channelAccountId'
  | 'requesterId'
  | 'teamId'
  | 'language'
  | 'followUpOfId'
  | 'spam'
> &
  Partial<Pick<Ticket, 'priority' | 'type' | 'assigneeId' | 'tagIds' | 'status' | 'fields'>>;

/** A new ticket with its first message; `before` is the empty ticket at version 0, which the store inserts. */
export function openTicket(
  opening: Opening,
  { message, by, at }: Readonly<{ message: NewMessage | null; by: Actor; at: Date }>,
): TicketChange {
  const before: Ticket = {
    status: 'new',
    priority: 'normal',
    type: 'question',
    assigneeId: null,
    tagIds: [],
    ...opening,
    mergedIntoId: null,
    version: 0,
    createdAt: at,
    activityAt: at,
    lastMessageAt: null,
    lastMessageId: null,
    preview: '',
    lastDirection: null,
    firstRepliedAt: null,
    solvedAt: null,
    closedAt: null,
    snoozedUntil: null,
  };
  if (!message) return { before, after: before, events: [{ type: 'ticket.created' }], by, at };
  const replied = message.direction === 'outbound' && message.author.kind === 'user';
  const after: Ticket = { ...withMessage(before, message, at), firstRepliedAt: replied ? at : null };
  return { before, after, events: [{ type: 'ticket.created' }, { type: 'message.added', message }], by, at };
}
