import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisTicks } from '@/ui/charts/ticks';

const MINUTES = [5, 15, 30, 60, 120, 240, 480, 1440];

test.each([
  [0, 100, [0, 25, 50, 75, 100]],
  [0, 87, [0, 25, 50, 75, 100]],
  [0, 0.3, [0, 0.1, 0.2, 0.3]],
  [0, 3, [0, 1, 2, 3]],
  [-40, 60, [-50, -25, 0, 25, 50, 75]],
])('from %d to %d the axis has %j', (lowest, highest, ticks) => {
  expect(axisTicks({ lowest, highest })).toEqual(ticks);
});

test('durations stand on the steps that people count minutes in', () => {
  expect(axisTicks({ lowest: 0, highest: 100 }, { units: MINUTES })).toEqual([0, 30, 60, 90, 120]);
  expect(axisTicks({ lowest: 0, highest: 2000 }, { units: MINUTES })).toEqual([0, 1440, 2880]);
  expect(axisTicks({ lowest: 0, highest: 40_000 }, { units: MINUTES })).toEqual([0, 14_400, 28_800, 43_200]);
});

test('an axis without values has a beginning and an end', () => {
  expect(axisTicks({ lowest: 0, highest: 0 })).toEqual([0, 1]);
});

test('every value lies between the first and the last tick, and there are few of them', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(value, value, (one, other) => {
      const [lowest, highest] = [Math.min(one, other), Math.max(one, other)];
      const ticks = axisTicks({ lowest, highest });
      expect(ticks[0]).toBeLessThanOrEqual(lowest + 1e-6);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest - 1e-6);
      expect(ticks.length).toBeLessThanOrEqual(8);
    }),
  );
});
