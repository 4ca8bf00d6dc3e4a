import { expect, test } from 'vitest';
import type { PlacedFact } from '@/domain/metrics/day-sums';
import { NO_DIMENSIONS, valuesOf } from '@/domain/metrics/facts';
import { SKETCHED, sketchChanges } from '@/domain/metrics/sketch-sums';

const fact: PlacedFact = {
  ...NO_DIMENSIONS,
  ...{ kind: 'reply', sequence: 0, at: new Date('2026-03-02T10:00:00Z'), day: '2026-03-02', hour: 11 },
  ...{ ticketId: 't', customerId: 'c', excluded: null, tagIds: [], teamId: 'blue' },
  values: valuesOf('reply', { message_out: 1, reply_wait: 90 }),
};

test('durations are kept by day and by month, and what is no duration is not', () => {
  // floor(ln 90 / ln 1.01) = floor(452.22…)
  expect(sketchChanges([{ fact, sign: 1 }])).toEqual([
    { measure: 'reply_wait', grain: 'day', start: '2026-03-02', step: 452, count: 1 },
    { measure: 'reply_wait', grain: 'month', start: '2026-03-01', step: 452, count: 1 },
  ]);
  expect(SKETCHED.has('full_solution_business')).toBe(true);
  expect(SKETCHED.has('csat')).toBe(false);
});

test('what comes and goes again changes nothing, and what counts nowhere is not kept', () => {
  const back = sketchChanges([
    { fact, sign: 1 },
    { fact, sign: -1 },
  ]);
  expect(back).toEqual([]);
  expect(sketchChanges([{ fact: { ...fact, excluded: 'spam' }, sign: 1 }])).toEqual([]);
});

test('a correction takes one away from its step and adds one to another', () => {
  const corrected = { ...fact, values: valuesOf('reply', { message_out: 1, reply_wait: 1 }) };
  const days = sketchChanges([
    { fact, sign: -1 },
    { fact: corrected, sign: 1 },
  ]).filter(({ grain }) => grain === 'day');
  expect(days.map(({ step, count }) => [step, count])).toEqual([
    [0, 1],
    [452, -1],
  ]);
});
