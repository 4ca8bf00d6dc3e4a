import { expect, test } from 'vitest';
import type { SystemActor } from '@/domain/permission/actor';
import { callOnTicket, openWithCall } from '@/domain/ticket/call';
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
