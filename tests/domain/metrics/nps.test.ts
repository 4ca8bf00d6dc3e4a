import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoreCount } from '@/domain/metrics/intervals';
import { nps, npsGroup } from '@/domain/metrics/nps';

describe('NPS', () => {
  const answers = (promoters: number, passives: number, detractors: number): ScoreCount[] => [
    { score: 10, count: promoters },
    { score: 7, count: passives },
    { score: 3, count: detractors },
  ];

  it.each([
    [60, 25, 15, 45, 30.5, 59.5],
    [6, 3, 1, 50, 8.4, 91.6],
  ])('%i for, %i content, %i against is %i, between %f and %f', (pro, content, against, score, low, high) => {
    const result = nps(answers(pro, content, against));
    expect(result.score).toBe(score);
    expect(result.interval?.low).toBeCloseTo(low, 1);
    expect(result.interval?.high).toBeCloseTo(high, 1);
  });

  it('parts the scores at 6, 7, 8 and 9', () => {
    expect([0, 6, 7, 8, 9, 10].map(npsGroup)).toEqual([
      'detractor',
      'detractor',
      'passive',
      'passive',
      'promoter',
      'promoter',
    ]);
  });

  it('mirrors: who praises and who blames changed over turns the sign', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.nat(300), (pro, content, against) => {
        fc.pre(pro + content + against > 0);
        expect(nps(answers(pro, content, against)).score).toBe(
          -(nps(answers(against, content, pro)).score ?? Number.NaN) + 0,
        );
      }),
    );
  });

  it('is no number where nobody answered', () => {
    expect(nps([])).toEqual({ count: 0, score: null, interval: null });
  });
});
