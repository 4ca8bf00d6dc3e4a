import { expect, test } from 'vitest';
import { openTicket, receiveMessage } from '@/domain/ticket/receive';
import { aMessage, aTicket, fromAnna, intake, NOON, zsofia } from './given';

const received = (message = fromAnna()) => ({ message, by: intake, at: NOON });

test.each([
  ['new', 'new'],
  ['open', 'open'],
  ['pending', 'open'],
  ['on_hold', 'on_hold'],
  ['solved', 'open'],
] as const)("a customer's message moves %s to %s", (status, after) => {
  const change = receiveMessage(aTicket({ status, solvedAt: status === 'solved' ? NOON : null }), received());
  expect(change.after).toMatchObject({ status: after, solvedAt: null, lastMessageId: 'question' });
});

test.each([
  ['an absence note', { automated: 'auto_reply' }],
  ['a bounce', { automated: 'bounce' }],
  ['a newsletter', { automated: 'bulk' }],
  ['a bare thank you', { thanks: true }],
] as const)('%s reopens nothing', (_, over) => {
  const solved = aTicket({ status: 'solved', solvedAt: NOON });
  const change = receiveMessage(solved, received(fromAnna(over)));
  expect(change.after).toMatchObject({ status: 'solved', solvedAt: NOON });
  expect(change.events).toMatchObject([{ type: 'message.added' }]);
});

test('a message tells the language of a ticket once, and never changes it', () => {
  const first = receiveMessage(aTicket(), received(fromAnna({ language: 'lv' }))).after;
  expect(first.language).toBe('lv');
  expect(receiveMessage(first, received(fromAnna({ language: 'en' }))).after.language).toBe('lv');
});

test('an answer that was planned for later than the message was no answer', () => {
  const tomorrow = new Date('2026-03-03T08:00:00Z');
  const planned = aTicket({ firstRepliedAt: tomorrow });
  expect(receiveMessage(planned, received()).after.firstRepliedAt).toBeNull();
  const absent = received(fromAnna({ automated: 'auto_reply' }));
  expect(receiveMessage(planned, absent).after.firstRepliedAt).toEqual(tomorrow);
});

const opening = {
  id: 'ticket',
  number: 1,
  subject: 'Broken kettle',
  channel: 'email',
  channelAccountId: null,
  requesterId: 'anna',
  teamId: null,
  language: null,
  followUpOfId: null,
  spam: false,
} as const;

test('a ticket opens as new, with its first message', () => {
  const change = openTicket(opening, received());
  expect(change.before.version).toBe(0);
  expect(change.after).toMatchObject({ status: 'new', lastMessageId: 'question', firstRepliedAt: null });
  expect(change.events.map(({ type }) => type)).toEqual(['ticket.created', 'message.added']);
});

test('a ticket that we open with a mail to the customer is answered', () => {
  const change = openTicket(opening, { message: aMessage(), by: zsofia, at: NOON });
  expect(change.after.firstRepliedAt).toEqual(NOON);
});

test('a ticket may open without a word', () => {
  const change = openTicket(opening, { message: null, by: zsofia, at: NOON });
  expect(change.after.lastMessageId).toBeNull();
  expect(change.events).toEqual([{ type: 'ticket.created' }]);
});
