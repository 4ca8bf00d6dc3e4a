import { describe, expect, it } from 'vitest';
import { csat, isSatisfied, responseRate, satisfiedFrom } from '@/domain/metrics/csat';

const percent = (value: number | null | undefined): number => Math.round((value ?? Number.NaN) * 1000) / 10;

describe('CSAT', () => {
  it('is the share of 4 and 5 among 1 to 5: 45 of 50 is 90.0 %', () => {
    const answers = [
      { score: 5, count: 30 },
      { score: 4, count: 15 },
      { score: 3, count: 3 },
      { score: 1, count: 2 },
    ];
    const result = csat(answers, 5);
    expect([result.count, percent(result.share)]).toEqual([50, 90]);
    expect([percent(result.interval?.low), percent(result.interval?.high)]).toEqual([78.6, 95.7]);
  });

  it('counts the best of two and of three as satisfied', () => {
    expect([satisfiedFrom(2), satisfiedFrom(3), satisfiedFrom(5)]).toEqual([2, 3, 4]);
    expect([isSatisfied(2, 3), isSatisfied(2, 2), isSatisfied(3, 5)]).toEqual([false, true, false]);
  });

  it('divides answers by what arrived: what bounced was never asked', () => {
    expect(percent(responseRate({ sent: 110, bounced: 10, answered: 25 }).share)).toBe(25);
    expect(responseRate({ sent: 3, bounced: 3, answered: 0 }).share).toBeNull();
  });
});
