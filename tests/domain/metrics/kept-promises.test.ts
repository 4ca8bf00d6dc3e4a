import { expect, test } from 'vitest';
import { keptPromises } from '@/domain/metrics/kept-promises';

const at = new Date('2026-11-16T10:00:00Z');
const promise = (over: object) => ({ keptAt: null, brokenAt: null, reason: null, ...over });

test('broken ones count for good; what was moved in time or ended otherwise does not count', () => {
  const promises = [
    promise({ keptAt: at }),
    promise({ keptAt: at }),
    promise({ keptAt: at }),
    promise({ brokenAt: at, reason: 'late' }),
    promise({ reason: 'replaced' }),
    promise({ brokenAt: at, reason: 'replaced' }),
    promise({ reason: 'solved' }),
    promise({}),
  ];
  expect(keptPromises(promises)).toEqual({ kept: 3, broken: 2, moved: 1, rate: 0.6 });
  expect(keptPromises([])).toEqual({ kept: 0, broken: 0, moved: 0, rate: null });
});
