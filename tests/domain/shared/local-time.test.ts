import { expect, test } from 'vitest';
import { daysLater, instantOf, localTimeOf, morningsAfter, weekdayOf } from '@/domain/shared/local-time';

test.each([
  ['2026-03-03T08:00', 'Europe/Riga', '2026-03-03T06:00:00.000Z'],
  ['2026-07-03T08:00', 'Europe/Budapest', '2026-07-03T06:00:00.000Z'],
  ['2026-01-01T00:00', 'Pacific/Auckland', '2025-12-31T11:00:00.000Z'],
  ['2026-01-01T00:30', 'Asia/Kathmandu', '2025-12-31T18:45:00.000Z'],
  ['2026-03-03T08:00', 'UTC', '2026-03-03T08:00:00.000Z'],
])('%s in %s is %s, and back', (local, zone, instant) => {
  expect(instantOf(local, zone)?.toISOString()).toBe(instant);
  expect(localTimeOf(new Date(instant), zone)).toBe(local);
});

test('a time that the change to summer time leaves out is the moment after it', () => {
  expect(instantOf('2026-03-29T02:30', 'Europe/Budapest')?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
});

test('of a time that comes twice in autumn the first is meant', () => {
  expect(instantOf('2026-10-25T02:30', 'Europe/Budapest')?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
});

test.each(['', 'tomorrow', '2026-03-03', '2026-99-99T99:99', '2026-02-03T24:61'])(
  '"%s" is no time',
  (local) => {
    expect(instantOf(local, 'Europe/Riga')).toBeNull();
  },
);

test('a day later is counted by the calendar', () => {
  expect(daysLater('2026-02-28T23:59', 1, '08:00')).toBe('2026-03-01T08:00');
  expect(daysLater('2026-12-31T12:00', 1, '08:00')).toBe('2027-01-01T08:00');
});

test('the day of the week is that of the date', () => {
  expect(weekdayOf('2026-03-02T00:01')).toBe(1);
  expect(weekdayOf('2026-03-01T23:59')).toBe(0);
});

test('mornings are at eight, and Monday is always a later day', () => {
  const at = (tomorrow: string, monday: string, inAWeek: string) => ({
    tomorrow: `${tomorrow}T08:00`,
    monday: `${monday}T08:00`,
    inAWeek: `${inAWeek}T08:00`,
  });
  expect(morningsAfter('2026-03-04T17:10')).toEqual(at('2026-03-05', '2026-03-09', '2026-03-11'));
  expect(morningsAfter('2026-03-01T17:10')).toEqual(at('2026-03-02', '2026-03-02', '2026-03-08'));
  expect(morningsAfter('2026-03-02T06:00')).toEqual(at('2026-03-03', '2026-03-09', '2026-03-09'));
});
