import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChatEntry } from '@/domain/chat/protocol';
import { bubblesOf, linked } from '@/features/chat/widget/frame/model/bubbles';
import { fromSnapshot } from '@/features/chat/widget/frame/model/conversation';
import { newSession } from '../../server-double';

const said = (sequence: number, from: 'visitor' | 'agent', at = '09:00'): ChatEntry => ({
  sequence,
  type: 'message',
  message: {
    id: `m${sequence}`,
    clientId: from === 'visitor' ? `c${sequence}` : null,
    from,
    author: from === 'agent' ? { name: 'Anna' } : null,
    text: 'x',
    files: [],
    at: `2026-11-22T${at}:00.000Z`,
    channel: 'chat',
    edited: false,
  },
});

const waiting = (clientId: string, refused: string | null = null) => ({
  clientId,
  text: 'y',
  files: [],
  at: Date.parse('2026-11-22T09:01:00Z'),
  refused,
});

const states = (bubbles: ReturnType<typeof bubblesOf>) =>
  bubbles.map((bubble) => (bubble.kind === 'message' ? bubble.state : null));

test('only the newest own message says how far it has come, and those that did not go off', () => {
  const entries = [said(1, 'visitor'), said(2, 'agent'), said(3, 'visitor')];
  const session = newSession({ marks: { visitorRead: 0, agentDelivered: 3, agentRead: 1 } });
  const conversation = fromSnapshot({ session, entries, sequence: 3 });
  expect(states(bubblesOf(conversation, [], true))).toEqual([null, null, 'delivered']);
  expect(states(bubblesOf(conversation, [waiting('a', 'input.invalid'), waiting('b')], false))).toEqual([
    null,
    null,
    null,
    'refused',
    'unsent',
  ]);
});

test('what one side says within minutes stands under one name', () => {
  const entries = [
    said(1, 'agent'),
    said(2, 'agent', '09:04'),
    said(3, 'agent', '09:20'),
    said(4, 'visitor', '09:21'),
  ];
  const conversation = fromSnapshot({ session: newSession(), entries, sequence: 4 });
  const follows = bubblesOf(conversation, [], true).map(
    (bubble) => bubble.kind === 'message' && bubble.follows,
  );
  expect(follows).toEqual([false, true, false, false]);
});

test('a message keeps its key when it has arrived, so that it does not jump', () => {
  const conversation = fromSnapshot({ session: newSession(), entries: [said(1, 'visitor')], sequence: 1 });
  const [before] = bubblesOf(null, [waiting('c1')], true);
  const [after] = bubblesOf(conversation, [], true);
  expect(before?.key).toBe(after?.key);
});

test('addresses of pages become links, and nothing else does', () => {
  expect(linked('See https://a.test/x?y=1, or (http://b.test).').filter(({ href }) => href)).toEqual([
    { at: 4, text: 'https://a.test/x?y=1', href: 'https://a.test/x?y=1' },
    { at: 30, text: 'http://b.test', href: 'http://b.test' },
  ]);
  for (const text of ['javascript:alert(1)', 'ftp://a.test', 'a.test'])
    expect(linked(text).every(({ href }) => href === null)).toBe(true);
});

test('no text is lost between links', () => {
  fc.assert(
    fc.property(
      fc.string(),
      (text) =>
        linked(text)
          .map((piece) => piece.text)
          .join('') === text,
    ),
  );
});
