import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SKETCH_BASE, spreadOf } from '@/domain/metrics/percentiles';

const stepOf = (value: number) => Math.floor(Math.log(value) / Math.log(SKETCH_BASE));

test('a sketch tells median, P90 and P95 within half a percent of a value at that rank', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 300 }),
      (values) => {
        const sorted = values.toSorted((a, b) => a - b);
        const counts = new Map<number, number>();
        for (const value of sorted) counts.set(stepOf(value), (counts.get(stepOf(value)) ?? 0) + 1);
        const spread = spreadOf([...counts].map(([step, count]) => ({ step, count })));
        const ranked = [
          sorted[Math.floor(0.5 * (sorted.length - 1))],
          sorted[Math.floor(0.9 * (sorted.length - 1))],
          sorted[Math.floor(0.95 * (sorted.length - 1))],
        ];
        const off = [spread?.median ?? 0, spread?.p90 ?? 0, spread?.p95 ?? 0].map((told, index) =>
          Math.abs(told / (ranked[index] ?? 1) - 1),
        );
        return off.every((share) => share < 0.00501);
      },
    ),
  );
});

test('of nothing there is no middle', () => {
  expect(spreadOf([])).toBeNull();
});
