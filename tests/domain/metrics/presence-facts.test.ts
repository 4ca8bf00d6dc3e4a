import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FACT_KINDS, type Fact } from '@/domain/metrics/facts';
import { presenceFacts } from '@/domain/metrics/presence-facts';
import { minute } from './given';

const named = ({ values }: Fact) =>
  Object.fromEntries(FACT_KINDS.presence.map((name, index) => [name, values[index]]));
const span = (from: number, until: number) => ({ from: minute(from), until: minute(until) });
const online = { ...span(0, 390), userId: 'u', teamId: null, state: 'online' };

test('300 minutes of calls in 390 leave 90 of waiting (contracts G.12)', () => {
  expect(presenceFacts({ ...online, busy: [span(0, 300)] }, []).map(named)).toEqual([
    { available_time: 390, paid_time: 390, busy_time: 300, idle_time: 90 },
  ]);
});

test('three chats at once keep somebody busy once, and never for longer than they were there', () => {
  const busy = [span(10, 60), span(20, 70), span(65, 80), span(380, 900), span(-50, 5)];
  expect(presenceFacts({ ...online, busy }, []).map(named)).toMatchObject([
    { busy_time: 85, idle_time: 305 },
  ]);
});

test('a break is paid and takes no work, but what goes on in it does', () => {
  expect(presenceFacts({ ...online, state: 'break', busy: [span(0, 4)] }, []).map(named)).toEqual([
    { available_time: null, paid_time: 390, busy_time: 4, idle_time: null },
  ]);
});

test('each day has its own part', () => {
  const parts = presenceFacts({ ...online, busy: [span(100, 200)] }, [minute(150), minute(500)]);
  expect(parts.map(({ at, sequence }) => [sequence, at])).toEqual([
    [0, minute(0)],
    [1, minute(150)],
  ]);
  expect(parts.map(named)).toMatchObject([
    { busy_time: 50, paid_time: 150 },
    { busy_time: 50, paid_time: 240 },
  ]);
});

test('minute by minute the same, whatever overlaps', () => {
  const stretch = fc.tuple(fc.integer({ min: -50, max: 450 }), fc.integer({ min: 1, max: 200 }));
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 12 }), (given) => {
      const busy = given.map(([from, length]) => span(from, from + length));
      const plain = Array.from({ length: 390 }, (_, at) =>
        given.some(([from, length]) => at >= from && at < from + length),
      ).filter(Boolean).length;
      expect(presenceFacts({ ...online, busy }, []).map(named)).toMatchObject([{ busy_time: plain }]);
    }),
  );
});
