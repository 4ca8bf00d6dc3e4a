import { expect, test } from 'vitest';
import {
  bucketOf,
  bucketsOf,
  comparedPeriod,
  daysFrom,
  daysIn,
  maturedPeriod,
  wholeMonths,
} from '@/domain/metrics/period';

const march = { from: '2026-03-01', to: '2026-03-31' };

test('the period before has as many days and ends the day before', () => {
  expect(comparedPeriod(march, 'previous')).toEqual({ from: '2026-01-29', to: '2026-02-28' });
  expect(comparedPeriod(march, 'none')).toBeNull();
});

test('the year before has the same days, and 28 February for the 29th', () => {
  expect(comparedPeriod({ from: '2028-02-29', to: '2028-03-01' }, 'year')).toEqual({
    from: '2027-02-28',
    to: '2027-03-01',
  });
});

test('days are counted with both ends, and none backwards', () => {
  expect([daysIn(march), daysIn({ from: '2026-03-02', to: '2026-03-01' })]).toEqual([31, 0]);
  expect(daysFrom('2026-03-29', 1)).toBe('2026-03-30');
});

test('what may still come back is left out', () => {
  expect(maturedPeriod(march, { today: '2026-03-20', days: 7 })).toEqual({
    from: '2026-03-01',
    to: '2026-03-12',
  });
  expect(maturedPeriod(march, { today: '2026-06-01', days: 7 })).toEqual(march);
});

test('weeks begin when the workspace says, months on the first', () => {
  expect([bucketOf('2026-03-04', 'week', 1), bucketOf('2026-03-04', 'week', 7)]).toEqual([
    '2026-03-02',
    '2026-03-01',
  ]);
  expect(bucketsOf({ from: '2026-03-30', to: '2026-05-01' }, 'month', 1)).toEqual([
    '2026-03-01',
    '2026-04-01',
    '2026-05-01',
  ]);
});

test.each([
  ['2026-01-01', '2026-12-31', ['2026-01-01', '2026-12-01'], []],
  [
    ...['2025-12-02', '2026-12-01'],
    ['2026-01-01', '2026-11-01'],
    [
      ['2025-12-02', '2025-12-31'],
      ['2026-12-01', '2026-12-01'],
    ],
  ],
  ['2026-02-01', '2026-02-28', ['2026-02-01', '2026-02-01'], []],
  ['2026-02-01', '2026-02-27', null, [['2026-02-01', '2026-02-27']]],
  ['2026-01-31', '2026-02-28', ['2026-02-01', '2026-02-01'], [['2026-01-31', '2026-01-31']]],
  ['2026-01-15', '2026-02-14', null, [['2026-01-15', '2026-02-14']]],
] as const)('the whole months of %s to %s', (from, to, months, days) => {
  expect(wholeMonths({ from, to })).toEqual({
    months: months && { from: months[0], to: months[1] },
    days: days.map(([first, last]) => ({ from: first, to: last })),
  });
});
