import { expect, test } from 'vitest';
import type { ShownEvent, TimelineMessage } from '@/features/tickets/queries-timeline';
import { timelineOf } from '@/features/tickets/timeline';

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 9, 0, seconds));
const message = (id: string, seconds: number) => ({ id, createdAt: at(seconds) }) as TimelineMessage;
const event = (position: string, seconds: number, over: Partial<ShownEvent> = {}): ShownEvent => ({
  position,
  type: 'ticket.status_changed',
  data: {},
  from: null,
  to: null,
  actorKind: 'user',
  actorId: 'zsofia',
  actorName: 'Zsófia Kiss',
  toReader: false,
  at: at(seconds),
  ...over,
});

const shape = (messages: TimelineMessage[], events: ShownEvent[]) =>
  timelineOf(messages, events).map((entry) =>
    entry.kind === 'message' ? entry.message.id : entry.events.map(({ position }) => position).join('+'),
  );

test('what happened stands where it happened, and what a message caused behind it', () => {
  const messages = [message('a', 0), message('b', 600)];
  expect(shape(messages, [event('1', 0), event('2', 300), event('3', 600)])).toEqual([
    'a',
    '1',
    '2',
    'b',
    '3',
  ]);
});

test('what one person does in one go is one line', () => {
  expect(shape([], [event('1', 0), event('2', 5), event('3', 59), event('4', 60)])).toEqual(['1+2+3', '4']);
});

test('another person starts another line, and so does a message in between', () => {
  const other = { actorId: 'peter' };
  expect(
    shape(
      [message('a', 3)],
      [event('1', 0), event('2', 1, other), event('3', 2, other), event('4', 4, other)],
    ),
  ).toEqual(['1', '2+3', 'a', '4']);
});

test('nothing gives nothing', () => {
  expect(timelineOf([], [])).toEqual([]);
});
