import { expect, test } from 'vitest';
import { type TakenBack, takeBack } from '@/domain/ticket/take-back';
import { aTicket, LATER, NOON, zsofia } from './given';

const now = { by: zsofia, at: LATER };
const newest = { id: 'first', at: NOON, direction: 'inbound', preview: 'My kettle is broken.' } as const;
const undone: TakenBack = {
  messageId: 'answer',
  status: { from: 'new', to: 'solved' },
  assignee: { from: null, to: 'zsofia' },
  newest,
  firstRepliedAt: null,
};
const answered = aTicket({
  status: 'solved',
  solvedAt: NOON,
  assigneeId: 'zsofia',
  lastMessageId: 'answer',
  lastDirection: 'outbound',
  preview: 'Try the other socket.',
  firstRepliedAt: NOON,
});

test('a ticket goes back to how it stood before the answer', () => {
  const change = takeBack(answered, undone, now);
  expect(change.after).toEqual({ ...aTicket(), lastMessageAt: NOON });
  expect(change.events).toEqual([
    { type: 'message.cancelled', messageId: 'answer', reason: 'undone' },
    { type: 'ticket.status_changed', from: 'solved', to: 'new' },
    { type: 'ticket.assigned', from: 'zsofia', to: null },
  ]);
});

test('what somebody else changed since stays', () => {
  const since = { ...answered, status: 'pending', assigneeId: 'peter', solvedAt: null } as const;
  expect(takeBack(since, undone, now).after).toMatchObject({ status: 'pending', assigneeId: 'peter' });
});

test('an answer that changed nothing on the ticket gives nothing back', () => {
  const change = takeBack({ ...answered, status: 'open' }, { ...undone, status: null, assignee: null }, now);
  expect(change.events).toHaveLength(1);
  expect(change.after).toMatchObject({ status: 'open', assigneeId: 'zsofia' });
});

test('a ticket that goes back to solved is solved again', () => {
  const reopened = { ...answered, status: 'open', solvedAt: null } as const;
  const change = takeBack(reopened, { ...undone, status: { from: 'solved', to: 'open' } }, now);
  expect(change.after).toMatchObject({ status: 'solved', solvedAt: LATER });
});

test('a ticket whose only message is taken back has none', () => {
  expect(takeBack(answered, { ...undone, newest: null }, now).after).toMatchObject({
    lastMessageId: null,
    lastMessageAt: null,
    lastDirection: null,
    preview: '',
  });
});
