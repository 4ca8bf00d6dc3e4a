import { expect, test } from 'vitest';
import { standing, teamMiddle } from '@/domain/insights/team-context';

const told = (...values: number[]) => values.map((value) => ({ value, weight: 'sound' as const }));

test('the middle of four or more colleagues, and of fewer nothing: it would tell what one of them did', () => {
  expect(teamMiddle(told(40, 10, 30, 20))).toEqual({ median: 25, people: 4 });
  expect(teamMiddle(told(5, 1, 3, 2, 4))).toEqual({ median: 3, people: 5 });
  expect(teamMiddle(told(1, 2, 3))).toBeNull();
});

test('small samples and missing numbers of colleagues do not count', () => {
  const some = [
    ...told(1, 2, 3),
    { value: 9, weight: 'none' as const },
    { value: null, weight: 'sound' as const },
  ];
  expect(teamMiddle(some)).toBeNull();
});

test.each([
  [{ low: 26, high: 30 }, 'above'],
  [{ low: 10, high: 24 }, 'below'],
  [{ low: 10, high: 30 }, 'about'],
  [null, 'about'],
])('%j beside 25 is %s', (interval, where) => {
  expect(standing(interval, { median: 25, people: 4 })).toBe(where);
});
