import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChatEntry } from '@/domain/chat/protocol';
import {
  fromSnapshot,
  hasGap,
  shownOf,
  stateOfOwn,
  unreadOf,
  withEntry,
  withSession,
  withSnapshot,
} from '@/features/chat/widget/frame/model/conversation';
import { newSession } from '../../server-double';

const message = (sequence: number, from: 'visitor' | 'agent' = 'agent'): ChatEntry => ({
  sequence,
  type: 'message',
  message: {
    id: `m${sequence}`,
    clientId: null,
    from,
    author: null,
    text: `text ${sequence}`,
    files: [],
    at: '2026-11-22T09:00:00.000Z',
    channel: 'chat',
    edited: false,
  },
});

const history = (length: number) => Array.from({ length }, (_, index) => message(index + 1));
const empty = () => fromSnapshot({ session: newSession(), entries: [], sequence: 0 });

test('entries are shown once and in order, whatever order they come in and however often', () => {
  const deliveries = fc
    .integer({ min: 1, max: 30 })
    .chain((length) =>
      fc
        .tuple(
          fc.shuffledSubarray(history(length), { minLength: length, maxLength: length }),
          fc.array(fc.integer({ min: 0, max: length - 1 })),
        )
        .map(([all, again]) => [...all, ...again.map((index) => all[index] as ChatEntry)]),
    );
  fc.assert(
    fc.property(deliveries, (entries) => {
      const conversation = entries.reduce(withEntry, empty());
      const length = new Set(entries).size;
      expect(shownOf(conversation).map(({ sequence }) => sequence)).toEqual(
        history(length).map(({ sequence }) => sequence),
      );
      expect(hasGap(conversation)).toBe(false);
    }),
  );
});

test('a snapshot at any moment leaves nothing out and doubles nothing', () => {
  const cases = fc.integer({ min: 1, max: 40 }).chain((length) =>
    fc.record({
      entries: fc.shuffledSubarray(history(length)),
      at: fc.integer({ min: 0, max: length }),
      first: fc.integer({ min: 1, max: length }),
      after: fc.shuffledSubarray(history(length), { minLength: length }),
    }),
  );
  fc.assert(
    fc.property(cases, ({ entries, at, first, after }) => {
      const snapshot = {
        session: newSession(),
        entries: history(at).filter(({ sequence }) => sequence >= first),
        sequence: at,
      };
      const told = withSnapshot(entries.reduce(withEntry, empty()), snapshot);
      const shown = shownOf(after.reduce(withEntry, told)).map(({ sequence }) => sequence);
      expect(shown).toEqual(shown.map((_, index) => (shown[0] ?? 0) + index));
      expect(shown.at(-1)).toBe(after.length);
    }),
  );
});

test('nothing that came too early is shown before what is between', () => {
  const conversation = [message(1), message(3), message(4)].reduce(withEntry, empty());
  expect(shownOf(conversation).map(({ sequence }) => sequence)).toEqual([1]);
  expect(hasGap(conversation)).toBe(true);
  expect(shownOf(withEntry(conversation, message(2))).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
});

test('an edit changes the words in their place, and a deleted message goes', () => {
  const conversation = [
    message(1),
    message(2),
    { sequence: 3, type: 'edited', messageId: 'm1', text: 'better words' } as const,
    { sequence: 4, type: 'deleted', messageId: 'm2' } as const,
  ].reduce(withEntry, empty());
  expect(shownOf(conversation)).toMatchObject([{ message: { text: 'better words', edited: true } }]);
});

test('an older state of the session never replaces a newer one', () => {
  const known = withSession(empty(), newSession({ version: 5, state: 'ended' }));
  expect(withSession(known, newSession({ version: 4 })).session.state).toBe('ended');
  expect(withSession(known, newSession({ version: 6, state: 'active' })).session.state).toBe('active');
  expect(withSession(known, newSession({ id: 'other', version: 9, state: 'active' })).session.state).toBe(
    'ended',
  );
});

test('a snapshot of another session replaces what was known', () => {
  const known = history(3).reduce(withEntry, empty());
  const other = withSnapshot(known, { session: newSession({ id: 's2' }), entries: [], sequence: 0 });
  expect(shownOf(other)).toEqual([]);
});

test('only answers that were not seen count as unread, wherever they were seen', () => {
  const known = [message(1), message(2, 'visitor'), message(3), message(4)].reduce(withEntry, empty());
  expect(unreadOf(known, 0)).toBe(3);
  expect(unreadOf(known, 3)).toBe(1);
  const marks = { visitorRead: 4, agentDelivered: 0, agentRead: 0 };
  expect(unreadOf(withSession(known, newSession({ version: 2, marks })), 0)).toBe(0);
});

test('an own message is sent, then delivered, then read', () => {
  const session = newSession({ marks: { visitorRead: 0, agentDelivered: 4, agentRead: 2 } });
  expect([2, 4, 5].map((sequence) => stateOfOwn(sequence, session))).toEqual(['read', 'delivered', 'sent']);
});
