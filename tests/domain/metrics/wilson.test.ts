import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf, wilsonInterval } from '@/domain/metrics/wilson';

const percent = (value: number | null | undefined): number => Math.round((value ?? Number.NaN) * 1000) / 10;

describe('shares of few', () => {
  it.each([
    [45, 50, 90, 78.6, 95.7],
    [9, 10, 90, 59.6, 98.2],
    [4, 4, 100, 51, 100],
    [0, 5, 0, 0, 43.4],
    [62, 80, 77.5, 67.2, 85.3],
    [188, 200, 94, 89.8, 96.5],
  ])('%i of %i is %f %%, between %f and %f', (hits, count, share, low, high) => {
    const result = shareOf(hits, count);
    expect(percent(result.share)).toBe(share);
    expect(percent(result.interval?.low)).toBe(low);
    expect(percent(result.interval?.high)).toBe(high);
  });

  it('says nothing where there is nothing to count', () => {
    expect(shareOf(0, 0)).toEqual({ count: 0, hits: 0, share: null, interval: null });
  });

  it('keeps the share within its interval, the interval within 0 and 1, and narrower with more answers', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (hits, misses) => {
        fc.pre(hits + misses > 0);
        const { share, interval } = shareOf(hits, hits + misses);
        const tenfold = wilsonInterval(hits * 10, (hits + misses) * 10);
        if (share === null || !interval || !tenfold) throw new Error('a share without an interval');
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(share + 1e-12);
        expect(interval.high).toBeGreaterThanOrEqual(share - 1e-12);
        expect(tenfold.high - tenfold.low).toBeLessThan(interval.high - interval.low);
      }),
    );
  });
});
