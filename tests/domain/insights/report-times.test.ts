import { expect, test } from 'vitest';
import { nextReportAt } from '@/domain/insights/report-times';

const at = (time: string) => new Date(time);

test.each([
  // Riga and Budapest are two and one hours ahead of UTC in winter.
  ['daily', 1, 8, 'Europe/Riga', '2026-03-02T05:59:00Z', '2026-03-02T06:00:00Z'],
  ['daily', 1, 8, 'Europe/Riga', '2026-03-02T06:00:00Z', '2026-03-03T06:00:00Z'],
  ['weekly', 1, 7, 'Europe/Budapest', '2026-03-02T06:00:00Z', '2026-03-09T06:00:00Z'],
  ['weekly', 7, 7, 'Europe/Budapest', '2026-03-02T06:00:00Z', '2026-03-08T06:00:00Z'],
  ['monthly', 1, 0, 'Europe/Budapest', '2026-01-31T22:59:00Z', '2026-01-31T23:00:00Z'],
  ['monthly', 1, 0, 'Europe/Budapest', '2026-01-31T23:00:00Z', '2026-02-28T23:00:00Z'],
  // The hour that summer time leaves out, and the one that comes twice.
  ['daily', 1, 2, 'Europe/Budapest', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z'],
  ['daily', 1, 2, 'Europe/Budapest', '2026-10-24T12:00:00Z', '2026-10-25T00:00:00Z'],
  ['daily', 1, 2, 'Europe/Budapest', '2026-10-25T00:00:00Z', '2026-10-26T01:00:00Z'],
] as const)(
  '%s, weekday %i, %i o’clock in %s: after %s comes %s',
  (pace, weekday, hour, zone, after, next) => {
    expect(nextReportAt({ pace, weekday, hour }, zone, at(after))).toEqual(at(next));
  },
);

test('every hour of a year leads to a later one, never past the pace', () => {
  const longest = { daily: 26, weekly: 8 * 24, monthly: 32 * 24 };
  for (const pace of ['daily', 'weekly', 'monthly'] as const) {
    for (let hour = 0; hour < 24 * 366; hour += 37) {
      const after = new Date(Date.UTC(2026, 0, 1, hour));
      const next = nextReportAt({ pace, weekday: 3, hour: hour % 24 }, 'Europe/Riga', after);
      expect((next.getTime() - after.getTime()) / 3_600_000).toBeGreaterThan(0);
      expect((next.getTime() - after.getTime()) / 3_600_000).toBeLessThanOrEqual(longest[pace]);
    }
  }
});
