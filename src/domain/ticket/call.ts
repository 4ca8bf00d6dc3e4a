import type { Actor } from '@/domain/permission/actor';
import { withMessage } from './add-message';
import { type Opening, openTicket, receiveMessage } from './receive';
import { differences, type NewMessage, type Ticket, type TicketChange } from './ticket';

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
