import { expect, test } from 'vitest';
import { type Delivery, newOutbox, type Unsent } from '@/features/tickets/outbox';

const words = { html: '<p>Hi</p>', to: [], cc: [], bcc: [], files: [], promise: null };

const unsent = (messageId: string, over: Partial<Unsent> = {}): Unsent => ({
  ...{ messageId, ticketId: 't1', path: '/x/desk/tickets/1', kind: 'reply', words, author: 'Zsófia' },
  ...{ input: { messageId, lastSeenMessageId: 'seen' }, at: '2026-11-30T10:00:00.000Z', refused: null },
  ...over,
});

/** An outbox on a device that keeps one text, with what it delivered and what came of it. */
function device(answers: Record<string, Delivery> = {}, kept: string | null = null) {
  const state = { text: kept, delivered: [] as Unsent[], changes: 0 };
  let turn: Promise<unknown> = Promise.resolve();
  const outbox = newOutbox({
    store: {
      read: () => state.text,
      write: (text) => {
        state.text = text;
      },
    },
    deliver: async (each) => {
      state.delivered.push(each);
      return answers[each.messageId] ?? 'sent';
    },
    onChange: () => state.changes++,
    alone: (work) => {
      const mine = turn.then(work);
      turn = mine.catch(() => undefined);
      return mine;
    },
  });
  return { outbox, state, answers };
}

const ids = (list: readonly Unsent[]) => list.map(({ messageId }) => messageId);

test('what waits is sent in its order, once, and is gone from the device then', async () => {
  const { outbox, state } = device();
  for (const id of ['a', 'b', 'c']) outbox.add(unsent(id, { ticketId: id }));
  const [first, second] = await Promise.all([outbox.flush(), outbox.flush()]);
  expect([first, second]).toEqual([3, 3]);
  expect(ids(state.delivered)).toEqual(['a', 'b', 'c']);
  expect(outbox.list()).toEqual([]);
});

test('without a way to the server all of it waits, in its order, until there is one', async () => {
  const { outbox, state, answers } = device({ a: 'unreachable' });
  outbox.add(unsent('a'));
  outbox.add(unsent('b', { ticketId: 't2' }));
  expect(await outbox.flush()).toBe(0);
  expect(ids(state.delivered)).toEqual(['a']);
  expect(ids(outbox.list())).toEqual(['a', 'b']);
  answers['a'] = 'sent';
  expect(await outbox.flush()).toBe(2);
});

test('what the server refuses stays with the reason, is not sent again, and holds up nothing else', async () => {
  const { outbox, state } = device({ a: { refused: 'ticket.closed' } });
  outbox.add(unsent('a'));
  outbox.add(unsent('b', { ticketId: 't2' }));
  expect(await outbox.flush()).toBe(1);
  expect(outbox.list()).toMatchObject([{ messageId: 'a', refused: 'ticket.closed' }]);
  expect(await outbox.flush()).toBe(0);
  expect(ids(state.delivered)).toEqual(['a', 'b']);
});

test('a second answer on a ticket was written knowing the first; a note and another ticket were not', () => {
  const { outbox } = device();
  outbox.add(unsent('a'));
  outbox.add(unsent('n', { kind: 'note', input: { messageId: 'n' } }));
  outbox.add(unsent('b'));
  outbox.add(unsent('c', { ticketId: 't2' }));
  expect(outbox.list().map(({ input }) => input['lastSeenMessageId'])).toEqual([
    'seen',
    undefined,
    'a',
    'seen',
  ]);
});

test('a message is taken back whole, and not while it is on its way', async () => {
  const { outbox } = device();
  outbox.add(unsent('a'));
  outbox.add(unsent('b', { ticketId: 't2' }));
  const taken = await outbox.take('b');
  expect(taken?.words).toEqual(words);
  const flushed = outbox.flush();
  expect(await outbox.take('a')).toBeNull();
  expect(await flushed).toBe(1);
});

test('it is the same array until something changes, and what cannot be read on the device is left out', () => {
  const { outbox, state } = device({}, JSON.stringify([unsent('a'), { messageId: 7 }, null, 'x']));
  expect(ids(outbox.list())).toEqual(['a']);
  expect(outbox.list()).toBe(outbox.list());
  state.text = '{not json';
  expect(outbox.list()).toEqual([]);
  state.text = null;
  expect(outbox.list()).toEqual([]);
});
