import { expect, test } from 'vitest';
import type { SystemActor } from '@/domain/permission/actor';
import { type AmendedCall, amendCall, callOnTicket, openWithCall } from '@/domain/ticket/call';
import type { Opening } from '@/domain/ticket/receive';
import type { NewMessage } from '@/domain/ticket/ticket';

const by: SystemActor = { kind: 'system', id: 'intake', name: 'intake' };
const at = new Date('2026-03-02T09:00:00Z');
const opening = {
  id: 't',
  number: 1,
  subject: 'Call',
  channel: 'phone',
  channelAccountId: null,
  requesterId: 'c',
  teamId: null,
  language: null,
  followUpOfId: null,
  spam: false,
} satisfies Opening;
const message = (direction: NewMessage['direction']) =>
  ({
    id: 'm',
    direction,
    visibleText: 'A call',
    automated: null,
    thanks: false,
    language: null,
    author: { kind: direction === 'inbound' ? 'customer' : 'user' },
  }) as NewMessage;
const call = (direction: NewMessage['direction'], answered: boolean) => ({
  callId: 'k',
  message: message(direction),
  answered,
  by,
  at,
});

test('a missed call opens a ticket that waits for an answer', () => {
  const { after, events } = openWithCall(opening, call('inbound', false));
  expect(after).toMatchObject({ status: 'new', firstRepliedAt: null });
  expect(events.map(({ type }) => type)).toEqual(['ticket.created', 'message.added']);
});

test('a call that somebody took is answered on the spot', () => {
  const { after, events } = openWithCall(opening, call('inbound', true));
  expect(after).toMatchObject({ status: 'open', firstRepliedAt: at });
  expect(events.map(({ type }) => type)).toContain('call.answered');
});

test('our own call answers only when they were reached', () => {
  const { after: ticket } = openWithCall(opening, call('inbound', false));
  expect(callOnTicket(ticket, call('note', false)).after).toMatchObject({
    status: 'new',
    firstRepliedAt: null,
  });
  expect(callOnTicket(ticket, call('outbound', true)).after).toMatchObject({
    status: 'open',
    firstRepliedAt: at,
  });
});

const amended = (over: Partial<AmendedCall> = {}): AmendedCall => ({
  callId: 'k',
  message: { id: 'm', text: 'Incoming call, 1 min', direction: 'inbound', placedAt: at },
  isNowAnswered: true,
  own: { subject: 'Call with Anna', from: null, to: 'emma' },
  by,
  at,
  ...over,
});
const types = ({ events }: ReturnType<typeof amendCall>) => events.map(({ type }) => type);

test('a call that was thought to be missed, and was taken, is as if that had been known at once', () => {
  const { after: missed } = openWithCall(opening, call('inbound', false));
  const change = amendCall(missed, amended());
  expect(change.after).toMatchObject({
    ...{ status: 'open', assigneeId: 'emma', firstRepliedAt: at, subject: 'Call with Anna' },
    ...{ preview: 'Incoming call, 1 min', lastDirection: 'inbound', lastMessageId: 'm' },
  });
  expect(types(change)).toEqual(['call.answered', 'call.changed', 'ticket.status_changed']);
});

test('what people have done with the ticket meanwhile stays', () => {
  const { after: missed } = openWithCall(opening, call('inbound', false));
  const later = new Date(at.getTime() + 1000);
  const worked = {
    ...missed,
    ...({ status: 'pending', assigneeId: 'janis', firstRepliedAt: at } as const),
    ...{ lastMessageId: 'newer', lastMessageAt: later, preview: 'Newer words' },
  };
  const change = amendCall(worked, amended({ at: later }));
  expect(change.after).toEqual({ ...worked, subject: 'Call with Anna' });
  expect(types(change)).toEqual(['call.answered', 'call.changed']);
  expect(amendCall(worked, amended({ own: null })).after.subject).toBe('Call');
});

test('a note that turns out to be an answer is the news of its ticket, unless something newer is there', () => {
  const { after: ticket } = openWithCall(opening, call('inbound', false));
  const later = new Date(at.getTime() + 1000);
  const told = { id: 'n', text: 'Outgoing call', direction: 'outbound', placedAt: later } as const;
  const { after } = amendCall(ticket, amended({ message: told, own: null }));
  expect(after).toMatchObject({ lastMessageId: 'n', lastDirection: 'outbound', lastMessageAt: later });
  const older = { ...told, placedAt: at };
  expect(amendCall(ticket, amended({ message: older, own: null })).after.lastMessageId).toBe('m');
  const note = { ...told, direction: 'note' } as const;
  expect(amendCall(ticket, amended({ message: note, own: null })).after.lastMessageId).toBe('m');
});
