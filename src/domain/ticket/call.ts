import type { Actor } from '@/domain/permission/actor';
import { previewOf, withMessage } from './add-message';
import { type Opening, openTicket, receiveMessage } from './receive';
import { type Direction, differences, type NewMessage, type Ticket, type TicketChange } from './ticket';

/** A call that has ended, as the message that stands for it; `answered` when two people spoke. */
export type SpokenCall = Readonly<{
  callId: string;
  message: NewMessage;
  answered: boolean;
  by: Actor;
  at: Date;
}>;

/**
 * A call on the timeline of a ticket. What a customer told us by phone is their message; when somebody spoke with them it
 * is answered at once. Our own call is an answer when they were reached; otherwise its message is a note and answers nobody.
 */
export function callOnTicket(ticket: Ticket, call: SpokenCall): TicketChange {
  return call.message.direction === 'inbound' ? calledUs(ticket, call) : weCalled(ticket, call);
}

/** The same for a ticket that begins with a call. */
export function openWithCall(opening: Opening, call: SpokenCall): TicketChange {
  const { message, by, at } = call;
  const opened = openTicket(opening, { message, by, at });
  return call.answered ? answeredOn(opened, call) : opened;
}

/** What became known of a call only after it stood on its ticket. */
export type AmendedCall = Readonly<{
  callId: string;
  /** The message that stands for it, as it is now, and since when it is there. */
  message: Readonly<{ id: string; text: string; direction: Direction; placedAt: Date }>;
  /** Two people spoke, and that was not known. */
  isNowAnswered: boolean;
  /** Where the ticket began with it and is called after it: what it would be called, and whose it was and would be. */
  own: Readonly<{ subject: string; from: string | null; to: string | null }> | null;
  by: Actor;
  at: Date;
}>;

/**
 * The ticket as it would be, had that been known; what people have done with it since stays as they did it. A name and an owner
 * that it would have had from its beginning are no changes of its history.
 */
export function amendCall(
  ticket: Ticket,
  { callId, message, isNowAnswered, own, by, at }: AmendedCall,
): TicketChange {
  const named = own
    ? { subject: own.subject, ...(ticket.assigneeId === own.from && { assigneeId: own.to }) }
    : {};
  const known: Ticket = { ...ticket, ...named, ...newsOf(ticket, message) };
  const after: Ticket = isNowAnswered
    ? {
        ...known,
        status: ticket.status === 'new' ? 'open' : ticket.status,
        firstRepliedAt: ticket.firstRepliedAt ?? at,
      }
    : known;
  const answered = isNowAnswered ? [{ type: 'call.answered', callId } as const] : [];
  const status = differences(ticket, after).filter(({ type }) => type === 'ticket.status_changed');
  return {
    before: ticket,
    after,
    events: [...answered, { type: 'call.changed', callId }, ...status],
    by,
    at,
  };
}

/** What lists show of it, unless something newer stands there. */
function newsOf(ticket: Ticket, { id, text, direction, placedAt }: AmendedCall['message']): Partial<Ticket> {
  if (direction === 'note') return {};
  const shown = { lastMessageId: id, lastDirection: direction, preview: previewOf(text) };
  if (ticket.lastMessageId === id) return shown;
  const isNewest = ticket.lastMessageAt === null || ticket.lastMessageAt < placedAt;
  return isNewest ? { ...shown, lastMessageAt: placedAt } : {};
}

function calledUs(ticket: Ticket, call: SpokenCall): TicketChange {
  const received = receiveMessage(ticket, call);
  return call.answered ? answeredOn(received, call) : received;
}

function answeredOn(change: TicketChange, { callId, at }: SpokenCall): TicketChange {
  const { before, after, events } = change;
  const status = after.status === 'new' ? 'open' : after.status;
  const answered = { ...after, status, firstRepliedAt: after.firstRepliedAt ?? at };
  return {
    ...change,
    after: answered,
    events: [
      ...events.filter(({ type }) => type !== 'ticket.status_changed'),
      { type: 'call.answered', callId },
      ...differences(before, answered).filter(({ type }) => type === 'ticket.status_changed'),
    ],
  };
}

function weCalled(ticket: Ticket, { message, answered, by, at }: SpokenCall): TicketChange {
  const said = withMessage(ticket, message, at);
  const after: Ticket = answered
    ? {
        ...said,
        status: said.status === 'new' ? 'open' : said.status,
        firstRepliedAt: said.firstRepliedAt ?? at,
      }
    : said;
  return {
    before: ticket,
    after,
    events: [{ type: 'message.added', message }, ...differences(ticket, after)],
    by,
    at,
  };
}
