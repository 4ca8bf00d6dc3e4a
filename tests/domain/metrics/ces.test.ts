import { describe, expect, it } from 'vitest';
import { ces } from '@/domain/metrics/ces';
import type { ScoreCount } from '@/domain/metrics/intervals';

const percent = (value: number | null | undefined): number => Math.round((value ?? Number.NaN) * 1000) / 10;

const counted = (scores: readonly number[]): ScoreCount[] => scores.map((score) => ({ score, count: 1 }));

describe('CES', () => {
  it('7,7,6,6,6,5,5,4,3,1: mean 5.00 ± 1.35, 70 % at 5 or more, index +30', () => {
    const result = ces(counted([7, 7, 6, 6, 6, 5, 5, 4, 3, 1]));
    expect(result.mean).toBeCloseTo(5, 6);
    expect(((result.interval?.high ?? 0) - (result.interval?.low ?? 0)) / 2).toBeCloseTo(1.35, 2);
    expect(percent(result.easy.share)).toBe(70);
    expect(result.index).toBe(30);
  });

  it('is no number where nobody answered', () => {
    expect(ces([])).toMatchObject({ count: 0, mean: null, interval: null, index: null });
  });
});
