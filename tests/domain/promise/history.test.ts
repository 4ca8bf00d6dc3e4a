import { expect, test } from 'vitest';
import { chosenGroup, percentile, roundedUp, statisticsOf } from '@/domain/promise/history';
import { isPromisable } from '@/domain/promise/promisable';
import { namedTime } from '@/domain/promise/when';

const like = { type: 'question', priority: 'normal', channel: 'email', language: 'hu' };

test('percentiles are those of percentile_cont', () => {
  // Contracts G: minutes until the first answer.
  const minutes = [5, 8, 12, 15, 20, 30, 45, 60, 240, 1440];
  expect(percentile(minutes, 0.5)).toBe(25);
  expect(percentile(minutes, 0.9)).toBeCloseTo(360, 9);
  expect(percentile([7], 0.8)).toBe(7);
  expect(percentile([], 0.8)).toBeNaN();
});

test('the group is widened step by step until it is big enough', () => {
  const many = (count: number, over: Partial<typeof like>, took: number) =>
    Array.from({ length: count }, () => ({ ...like, ...over, took }));
  const past = [
    ...many(3, {}, 10),
    ...many(4, { language: 'lv' }, 20),
    ...many(5, { channel: 'chat' }, 30),
    ...many(6, { type: 'problem' }, 40),
    ...many(7, { priority: 'high' }, 50),
  ];
  const statistics = statisticsOf(past);
  const levelFor = (minimum: number) => chosenGroup(like, statistics, minimum);
  expect(levelFor(3)).toMatchObject({ level: 'all_four', sample: 3, p80: 10 });
  expect(levelFor(4)).toMatchObject({ level: 'without_language', sample: 7, p80: 20 });
  expect(levelFor(8)).toMatchObject({ level: 'type_priority', sample: 12, p80: 30 });
  expect(levelFor(13)).toMatchObject({ level: 'priority', sample: 18 });
  expect(levelFor(19)).toMatchObject({ level: 'everything', sample: 25 });
  expect(levelFor(26)).toBeNull();
});

test('people are told round times, never earlier ones', () => {
  expect(roundedUp(new Date('2026-11-16T10:07:01Z'), 15)).toEqual(new Date('2026-11-16T10:15:00Z'));
  expect(roundedUp(new Date('2026-11-16T10:15:00Z'), 15)).toEqual(new Date('2026-11-16T10:15:00Z'));
});

test('what is promised is still to come, within a year', () => {
  const now = new Date('2026-11-16T10:00:00Z');
  expect(isPromisable(now, now)).toBe(false);
  expect(isPromisable(new Date('2026-11-16T10:00:01Z'), now)).toBe(true);
  expect(isPromisable(new Date('2028-01-01T00:00:00Z'), now)).toBe(false);
});

test.each([
  ['2026-11-16T21:00:00Z', 'today', '22:00'],
  ['2026-11-16T23:30:00Z', 'tomorrow', '00:30'],
  ['2026-11-20T12:00:00Z', 'week', '13:00'],
  ['2026-11-23T12:00:00Z', 'later', '13:00'],
])('%s is named by the days of the reader: %s', (instant, near, time) => {
  const now = new Date('2026-11-16T08:00:00Z');
  expect(namedTime(new Date(instant), now, 'Europe/Budapest')).toMatchObject({ near, time });
});
