import { expect, test } from 'vitest';
import { namedTime } from '@/domain/promise/when';

/** A Monday, in Riga. */
const now = new Date('2026-11-16T21:30:00Z');

test.each([
  ['2026-11-16T21:59:00Z', 'today', '23:59'],
  ['2026-11-16T22:00:00Z', 'tomorrow', '00:00'],
  ['2026-11-18T07:00:00Z', 'week', '09:00'],
  ['2026-11-22T10:00:00Z', 'week', '12:00'],
  ['2026-11-23T10:00:00Z', 'later', '12:00'],
  ['2026-11-15T10:00:00Z', 'later', '12:00'],
])('%s is named as %s, by the clock of the place', (at, near, time) => {
  expect(namedTime(new Date(at), now, 'Europe/Riga')).toMatchObject({ near, time });
});

test('the day of the week and the date are those of the place', () => {
  const named = namedTime(new Date('2026-12-31T22:30:00Z'), now, 'Europe/Riga');
  expect(named).toEqual({ near: 'later', weekday: 5, day: 1, month: 1, year: 2027, time: '00:30' });
});
