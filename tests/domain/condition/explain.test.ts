import { expect, test } from 'vitest';
import { cutoffOf } from '@/domain/condition/explain';
import { openHours, openTimeBetween } from '@/domain/sla/business-time';

const HOURS = openHours({
  timeZone: 'Europe/Budapest',
  week: [
    [],
    ...Array.from({ length: 5 }, () => [
      { from: 540, to: 720 },
      { from: 780, to: 1020 },
    ]),
    [],
  ],
  holidays: new Map([['2026-03-30', []]]),
  extraDays: new Map([['2026-03-28', [{ from: 600, to: 660 }]]]),
});
const MINUTE = 60_000;

test('the cut-off is the latest instant from which so much open time has passed, across a clock change too', () => {
  for (let step = 0; step < 400; step++) {
    const now = new Date(Date.UTC(2026, 2, 26) + step * 37 * MINUTE);
    const minutes = (step * 53) % 1500;
    const cutoff = cutoffOf('open_elapsed_at_least', minutes, { now, hours: HOURS });
    if (!cutoff) throw new Error('five years hold that much');
    expect(openTimeBetween(HOURS, cutoff, now)).toBe(minutes * MINUTE);
    if (minutes > 0) {
      const later = new Date(cutoff.getTime() + 1);
      expect(openTimeBetween(HOURS, later, now)).toBeLessThan(minutes * MINUTE);
    }
  }
});

test('without a calendar all time is open', () => {
  const now = new Date('2026-03-02T09:00:00Z');
  const wanted = new Date('2026-03-02T08:00:00Z');
  expect(cutoffOf('open_elapsed_at_least', 60, { now, hours: null })).toEqual(wanted);
  expect(cutoffOf('elapsed_less_than', 60, { now, hours: HOURS })).toEqual(wanted);
});
