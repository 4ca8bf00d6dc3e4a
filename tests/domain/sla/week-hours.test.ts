import { expect, test } from 'vitest';
import {
  ALWAYS_OPEN,
  clockIn,
  clockOf,
  isAlwaysOpen,
  isNoStretch,
  minutesOfDay,
  overlapping,
  type Stretch,
  slotsOfWeek,
  stretchesOfWeek,
} from '@/domain/sla/week-hours';

const week = (days: Readonly<Record<number, readonly Stretch[]>>) =>
  Array.from({ length: 7 }, (_, weekday) => days[weekday] ?? []);

test('a wall clock is read and written by the minute', () => {
  expect(minutesOfDay('09:30')).toBe(570);
  expect(clockOf(570)).toBe('09:30');
  expect(clockOf(1440)).toBe('00:00');
  for (const wrong of ['', '9:30', '24:00', '12:60']) expect(minutesOfDay(wrong)).toBeNaN();
});

test.each([
  ['9', '09:00'],
  ['9:30', '09:30'],
  ['9.30', '09:30'],
  ['930', '09:30'],
  ['1730', '17:30'],
  [' 17:00 ', '17:00'],
  ['24:00', '00:00'],
])('"%s" is understood as %s', (typed, clock) => {
  expect(clockIn(typed)).toBe(clock);
});

test.each(['', '25', '12:60', 'nine', '9:5', '24:30'])('"%s" is no time of day', (typed) => {
  expect(clockIn(typed)).toBeNull();
});

test('what runs past midnight is two slots, and reads as one stretch again', () => {
  const night = week({ 5: [{ from: '22:00', to: '06:00' }], 6: [{ from: '10:00', to: '14:00' }] });
  const slots = slotsOfWeek(night);
  expect(slots[5]).toEqual([{ from: 1320, to: 1440 }]);
  expect(slots[6]).toEqual([
    { from: 0, to: 360 },
    { from: 600, to: 840 },
  ]);
  expect(stretchesOfWeek(slots)).toEqual(night);
});

test('the night from Saturday to Sunday goes round the end of the week', () => {
  const night = week({ 6: [{ from: '23:00', to: '01:00' }] });
  expect(slotsOfWeek(night)[0]).toEqual([{ from: 0, to: 60 }]);
  expect(stretchesOfWeek(slotsOfWeek(night))).toEqual(night);
});

test('to midnight is to the end of the day, and midnight to midnight a whole day', () => {
  const slots = slotsOfWeek(
    week({ 1: [{ from: '18:00', to: '00:00' }], 2: [{ from: '00:00', to: '00:00' }] }),
  );
  expect(slots[1]).toEqual([{ from: 1080, to: 1440 }]);
  expect(slots[2]).toEqual([{ from: 0, to: 1440 }]);
  expect(stretchesOfWeek(slots)[2]).toEqual([{ from: '00:00', to: '00:00' }]);
});

test('stretches that touch or overlap are stored as one', () => {
  const slots = slotsOfWeek(
    week({
      1: [
        { from: '12:00', to: '17:00' },
        { from: '09:00', to: '12:00' },
      ],
    }),
  );
  expect(slots[1]).toEqual([{ from: 540, to: 1020 }]);
});

test('an end that is its beginning is no open time, but midnight to midnight is', () => {
  expect(isNoStretch({ from: '09:00', to: '09:00' })).toBe(true);
  expect(isNoStretch({ from: '', to: '09:00' })).toBe(true);
  expect(isNoStretch({ from: '00:00', to: '00:00' })).toBe(false);
});

test('overlaps of a day are named by the stretch that begins within another', () => {
  const day = [
    { from: '09:00', to: '12:00' },
    { from: '11:00', to: '13:00' },
    { from: '14:00', to: '15:00' },
  ];
  expect(overlapping(day)).toEqual([1]);
  expect(overlapping(day.slice(1))).toEqual([]);
});

test('a week without a closed minute is known as one', () => {
  expect(isAlwaysOpen(ALWAYS_OPEN)).toBe(true);
  expect(isAlwaysOpen([...ALWAYS_OPEN.slice(1), [{ from: 0, to: 1439 }]])).toBe(false);
});
