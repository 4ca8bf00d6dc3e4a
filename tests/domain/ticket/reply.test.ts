import { expect, test } from 'vitest';
import { addNote, answerElsewhere, replyToRequester } from '@/domain/ticket/reply';
import { aMessage, aTicket, LATER, NOON, zsofia } from './given';

const answer = { message: aMessage(), by: zsofia, at: NOON, submitAs: 'pending' } as const;

test('an answer takes an unassigned ticket, sets its status, and is the first reply', () => {
  const reply = replyToRequester(aTicket(), answer);
  expect(reply).toMatchObject({
    ok: true,
    value: {
      after: {
        status: 'pending',
        assigneeId: 'zsofia',
        firstRepliedAt: NOON,
        lastMessageId: 'answer',
        lastDirection: 'outbound',
        preview: 'Try the other socket.',
        activityAt: NOON,
      },
      events: [
        { type: 'message.added' },
        { type: 'ticket.status_changed', from: 'new', to: 'pending' },
        { type: 'ticket.assigned', from: null, to: 'zsofia' },
      ],
    },
  });
});

test('an answer leaves a ticket with whoever has it, and the first reply where it was', () => {
  const first = new Date('2026-03-01T10:00:00Z');
  const reply = replyToRequester(aTicket({ assigneeId: 'peter', firstRepliedAt: first }), answer);
  expect(reply).toMatchObject({ value: { after: { assigneeId: 'peter', firstRepliedAt: first } } });
});

test.each([
  ['open', null],
  ['pending', null],
  ['on_hold', null],
  ['solved', NOON],
] as const)('an answer sent as %s leaves a ticket solved at %s', (submitAs, solvedAt) => {
  expect(replyToRequester(aTicket({ status: 'open' }), { ...answer, submitAs })).toMatchObject({
    value: { after: { status: submitAs, solvedAt } },
  });
});

test('solving again does not move the hour at which it was solved', () => {
  const solvedAt = new Date('2026-03-01T10:00:00Z');
  const reply = replyToRequester(aTicket({ status: 'solved', solvedAt }), { ...answer, submitAs: 'solved' });
  expect(reply).toMatchObject({ value: { after: { solvedAt }, events: [{ type: 'message.added' }, {}] } });
});

test('a closed ticket takes no answer', () => {
  expect(replyToRequester(aTicket({ status: 'closed' }), answer)).toEqual({
    ok: false,
    error: { code: 'ticket.closed' },
  });
});

test.each([
  ['the newest message was seen', 'first', true],
  ['a newer one came', 'older', false],
  ['nothing was there when they began', null, false],
  ['nobody asks', undefined, true],
] as const)('when %s, the answer goes: %#', (_, lastSeenMessageId, goes) => {
  const seen = lastSeenMessageId === undefined ? {} : { lastSeenMessageId };
  const reply = replyToRequester(aTicket(), { ...answer, ...seen });
  expect(reply.ok).toBe(goes);
  if (!goes) {
    expect(reply).toMatchObject({ error: { code: 'ticket.newer_message', messageId: 'first' } });
  }
});

test('the first message of a ticket without any is never held', () => {
  const reply = replyToRequester(aTicket({ lastMessageId: null }), { ...answer, lastSeenMessageId: null });
  expect(reply.ok).toBe(true);
});

test('an answer planned for tomorrow is no reply before tomorrow, and one sent before it is', () => {
  const tomorrow = new Date('2026-03-03T08:00:00Z');
  const planned = { ...answer, message: aMessage({ scheduled: true, sendAt: tomorrow }) };
  const reply = replyToRequester(aTicket(), planned);
  if (!reply.ok) throw new Error('refused');
  expect(reply.value.after.firstRepliedAt).toEqual(tomorrow);

  const second = replyToRequester(reply.value.after, { ...answer, at: LATER });
  expect(second).toMatchObject({ value: { after: { firstRepliedAt: LATER } } });
});

test('a note changes no status, answers nobody and is not the newest message', () => {
  const ticket = aTicket();
  const change = addNote(ticket, { message: aMessage({ direction: 'note' }), by: zsofia, at: NOON });
  expect(change.after).toEqual({ ...ticket, activityAt: NOON });
  expect(change.events).toHaveLength(1);
});

test('an answer outside this desk opens a new ticket and is the first reply; the assignee and other states stay', () => {
  const made = { message: aMessage(), by: zsofia, at: NOON, isNewest: true };
  expect(answerElsewhere(aTicket(), made)).toMatchObject({
    after: { status: 'open', assigneeId: null, firstRepliedAt: NOON, lastMessageId: 'answer' },
    events: [{ type: 'message.added' }, { type: 'ticket.status_changed', to: 'open' }],
  });
  for (const status of ['pending', 'solved', 'closed'] as const)
    expect(answerElsewhere(aTicket({ status }), made).after.status).toBe(status);
});

test('what a program sent, or the customer has written after, answers nobody', () => {
  const message = { ...aMessage(), automated: 'auto_reply' } as const;
  const late = { message, by: zsofia, at: NOON, isNewest: false };
  const before = aTicket();
  expect(answerElsewhere(before, late).after).toEqual({ ...before, activityAt: NOON });
});
