import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChatEvent } from '@/domain/chat/protocol';
import { eventReader } from '@/features/chat/widget/frame/client/transport';

function read(pieces: readonly string[]): ChatEvent[] {
  const events: ChatEvent[] = [];
  const take = eventReader((event) => void (event && events.push(event)));
  for (const piece of pieces) take(piece);
  return events;
}

const STREAM = [
  'retry: 2000\n: padding\n\n',
  'event: session\ndata: {"id":"s"}\n\n',
  ': beat\n\n',
  'id: 3\nevent: entry\ndata: {"sequence":3,\ndata: "type":"deleted","messageId":"m"}\n\n',
  'event: resync\ndata: null\n\n',
].join('');

const EXPECTED = [
  { event: 'session', data: { id: 's' } },
  { event: 'entry', data: { sequence: 3, type: 'deleted', messageId: 'm' } },
  { event: 'resync', data: null },
];

test('events are read the same however the network cuts them', () => {
  const cuts = fc
    .uniqueArray(fc.integer({ min: 0, max: STREAM.length }))
    .map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(cuts, (places) => {
      const pieces = [0, ...places].map((from, index) => STREAM.slice(from, places[index] ?? STREAM.length));
      expect(read(pieces)).toEqual(EXPECTED);
    }),
  );
});

test('an event that cannot be read holds nothing up', () => {
  expect(read(['event: entry\ndata: {broken\n\n', 'event: bye\ndata:\n\n'])).toEqual([
    { event: 'bye', data: null },
  ]);
});
