import type { StaffActor } from '@/domain/permission/actor';
import { fail, ok, type Result } from '@/domain/shared/result';
import { withMessage } from './add-message';
import { differences, type NewMessage, type Ticket, type TicketChange, type TicketStatus } from './ticket';

export type ReplyStatus = Exclude<TicketStatus, 'new' | 'closed'>;

export type StaffMessage = Readonly<{
  message: NewMessage;
  by: StaffActor;
  at: Date;
}>;

export type TicketClosed = Readonly<{ code: 'ticket.closed' }>;
export type NewerMessage = Readonly<{ code: 'ticket.newer_message'; messageId: string }>;

/**
 * A person answers in public. Whoever answers an unassigned ticket takes it.
 * Fails when the ticket is closed, and when a public message came in that the writer has not seen
 * (`lastSeenMessageId` given and not the newest).
 */
export function replyToRequester(
  ticket: Ticket,
  reply: StaffMessage & Readonly<{ submitAs: ReplyStatus; lastSeenMessageId?: string | null }>,
): Result<TicketChange, TicketClosed | NewerMessage> {
  if (ticket.status === 'closed') return fail({ code: 'ticket.closed' });
  const unseen = unseenMessage(ticket, reply.lastSeenMessageId);
  if (unseen) return fail({ code: 'ticket.newer_message', messageId: unseen });

  const { message, by, at, submitAs } = reply;
  const after: Ticket = {
    ...withMessage(ticket, message, at),
    status: submitAs,
    assigneeId: ticket.assigneeId ?? by.id,
    firstRepliedAt: earlier(ticket.firstRepliedAt, leavesAt(message, at)),
    solvedAt: submitAs === 'solved' ? (ticket.solvedAt ?? at) : null,
  };
  return ok({
    before: ticket,
    after,
    events: [{ type: 'message.added', message }, ...differences(ticket, after)],
    by,
    at,
  });
}

/**
 * A colleague, or another program, answered outside this desk. The status stays, but a new ticket is open now; a closed one
 * stays closed. Only what a person wrote after the customer's newest message answers it (`isNewest`).
 */
export function answerElsewhere(
  ticket: Ticket,
  { message, by, at, isNewest }: StaffMessage & Readonly<{ isNewest: boolean }>,
): TicketChange {
  const isAnswer = message.automated === null;
  const after: Ticket = {
    ...(isNewest ? withMessage(ticket, message, at) : { ...ticket, activityAt: at }),
    status: isAnswer && ticket.status === 'new' ? 'open' : ticket.status,
    firstRepliedAt: isAnswer ? earlier(ticket.firstRepliedAt, at) : ticket.firstRepliedAt,
  };
  return {
    before: ticket,
    after,
    events: [{ type: 'message.added', message }, ...differences(ticket, after)],
    by,
    at,
  };
}

/** A mail that is planned for later answers nobody before it leaves. */
const leavesAt = (message: NewMessage, at: Date) => (message.scheduled && message.sendAt) || at;

const earlier = (one: Date | null, other: Date) => (one && one < other ? one : other);

/** The newest public message, when it came after what the writer last saw; otherwise null. */
function unseenMessage(ticket: Ticket, lastSeenMessageId: string | null | undefined): string | null {
  if (lastSeenMessageId === undefined) return null;
  return ticket.lastMessageId === lastSeenMessageId ? null : ticket.lastMessageId;
}

/** A person writes an internal note. Notes change no status and answer nobody. */
export function addNote(ticket: Ticket, { message, by, at }: StaffMessage): TicketChange {
  const after = withMessage(ticket, message, at);
  return { before: ticket, after, events: [{ type: 'message.added', message }], by, at };
}
