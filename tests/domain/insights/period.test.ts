import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketFor, coarserFor, isDay, periodOf, SPANS, type Span } from '@/domain/insights/period';
import { comparedPeriod, daysFrom } from '@/domain/metrics/period';

/** A Sunday. */
const TODAY = '2026-11-29';

test.each<[Span, string, string]>([
  ['today', '2026-11-29', '2026-11-29'],
  ['yesterday', '2026-11-28', '2026-11-28'],
  ['last_7_days', '2026-11-23', '2026-11-29'],
  ['last_30_days', '2026-10-31', '2026-11-29'],
  ['this_week', '2026-11-23', '2026-11-29'],
  ['last_week', '2026-11-16', '2026-11-22'],
  ['this_month', '2026-11-01', '2026-11-29'],
  ['last_month', '2026-10-01', '2026-10-31'],
  ['this_quarter', '2026-10-01', '2026-11-29'],
  ['last_quarter', '2026-07-01', '2026-09-30'],
  ['this_year', '2026-01-01', '2026-11-29'],
  ['last_year', '2025-01-01', '2025-12-31'],
])('%s is %s to %s', (span, from, to) => {
  expect(periodOf(span, TODAY)).toEqual({ from, to });
});

test('weeks begin on the day on which the workspace begins them', () => {
  expect(periodOf('this_week', TODAY, 7)).toEqual({ from: TODAY, to: TODAY });
  expect(periodOf('last_week', TODAY, 6)).toEqual({ from: '2026-11-21', to: '2026-11-27' });
});

test('points are hours, days, weeks or months as the period is long', () => {
  const of = (to: string) => bucketFor({ from: '2026-01-01', to });
  expect([of('2026-01-02'), of('2026-01-31'), of('2026-03-31'), of('2026-12-31')]).toEqual([
    'hour',
    'day',
    'week',
    'month',
  ]);
});

test('where most points hold too little to say anything, longer ones are asked for', () => {
  const told = (...weights: string[]) =>
    weights.map((weight) => ({ weight, count: weight === 'none' ? 2 : 9 }));
  expect(coarserFor('day', told('none', 'none', 'weak'))).toBe('week');
  expect(coarserFor('day', told('none', 'sound'))).toBeNull();
  expect(coarserFor('day', [{ weight: 'none', count: 0 }, ...told('sound')])).toBeNull();
  expect(coarserFor('month', told('none'))).toBeNull();
  expect(coarserFor('day', [])).toBeNull();
});

test('only days that there are count as days', () => {
  expect(['2026-02-28', '2024-02-29'].every(isDay)).toBe(true);
  expect(['2026-02-29', '2026-13-01', '2026-2-1', 'today', '', undefined].some(isDay)).toBe(false);
});

test('on every day each period ends no later than that day, and what it is compared with ends before it begins', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => daysFrom('1990-01-01', days));
  fc.assert(
    fc.property(day, fc.constantFrom(...SPANS), fc.constantFrom(1, 6, 7), (today, span, weekStart) => {
      const period = periodOf(span, today, weekStart);
      expect(period.from <= period.to && period.to <= today).toBe(true);
      const before = comparedPeriod(period, 'previous');
      expect(before && daysFrom(before.to, 1)).toBe(period.from);
    }),
  );
});
