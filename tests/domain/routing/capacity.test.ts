import { expect, test } from 'vitest';
import { fullness, hasRoom, isLive, loadOf, pointsOf, workKindOf } from '@/domain/routing/capacity';
import { CAPACITIES, NOTHING, WEIGHTS } from './given';

const limits = { capacities: CAPACITIES, weights: WEIGHTS };

test('mail, forms and the API are one kind of work; chats, calls and social messages are others', () => {
  expect(
    ['email', 'web', 'api', 'chat', 'phone', 'social'].map((each) => workKindOf(each as 'email')),
  ).toEqual(['mail', 'mail', 'mail', 'chat', 'phone', 'social']);
  expect([isLive('chat'), isLive('email')]).toEqual([true, false]);
});

test('a ticket takes the points of its priority, and never more than the whole capacity of its kind', () => {
  expect(pointsOf({ channel: 'email', priority: 'urgent' }, limits)).toBe(3);
  expect(pointsOf({ channel: 'phone', priority: 'urgent' }, limits)).toBe(1);
  expect(pointsOf({ channel: 'chat', priority: 'urgent' }, limits)).toBe(2);
});

test('load adds up points by kind of work', () => {
  const load = loadOf(
    [
      { channel: 'email', priority: 'normal', count: 2 },
      { channel: 'web', priority: 'high', count: 1 },
      { channel: 'chat', priority: 'low', count: 1 },
    ],
    limits,
  );
  expect(load).toEqual({ mail: 4, chat: 1, phone: 0, social: 0 });
  expect(fullness({ capacities: CAPACITIES, load })).toBe(1.5);
});

test('there is room up to the capacity and not beyond, and a capacity of nothing has none', () => {
  const load = { ...NOTHING, mail: 3 };
  expect(hasRoom({ capacities: CAPACITIES, load }, 'mail', 1)).toBe(true);
  expect(hasRoom({ capacities: CAPACITIES, load }, 'mail', 2)).toBe(false);
  expect(hasRoom({ capacities: { ...CAPACITIES, chat: 0 }, load: NOTHING }, 'chat', 0)).toBe(false);
});
