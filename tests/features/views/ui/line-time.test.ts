import { createFormatter } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { lineTime } from '@/features/views/ui/line-time';
import { datesIn } from '@/ui/use-dates';

const now = new Date('2026-03-04T10:30:00Z');

/** In short, with the kinds of spaces that differ between tables of dates made plain. */
const short = (locale: 'en' | 'hu' | 'lv', at: string, timeZone = 'Europe/Budapest') => {
  const { relativeTime } = createFormatter({ locale, timeZone, now });
  const format = { ...datesIn(locale, timeZone), relativeTime };
  return lineTime(format, now)(new Date(at)).short.replace(/\s/g, ' ');
};

describe('a moment in a list', () => {
  test.each([
    ['2026-03-04T10:29:40Z', 'now', 'most', 'tagad'],
    ['2026-03-04T10:09:00Z', '21m ago', '21 perce', 'pirms 21 min'],
    ['2026-03-04T06:05:00Z', '07:05', '07:05', '07:05'],
    ['2026-03-03T22:30:00Z', 'Tue 23:30', 'K 23:30', 'otrd., 23:30'],
    ['2026-01-09T12:00:00Z', 'Jan 9', 'jan. 9.', '9. janv.'],
    ['2025-12-31T12:00:00Z', 'Dec 31, 2025', '2025. dec. 31.', '2025. g. 31. dec.'],
  ])('of %s is "%s", "%s" and "%s"', (at, en, hu, lv) => {
    expect([short('en', at), short('hu', at), short('lv', at)]).toEqual([en, hu, lv]);
  });

  test('is today or yesterday by the reader’s own clock', () => {
    expect(short('en', '2026-03-03T23:30:00Z')).toBe('00:30');
    expect(short('en', '2026-03-03T23:30:00Z', 'UTC')).toBe('Tue 23:30');
  });

  test('of the same day is told by its day when it is midnight’s hour twice over', () => {
    expect(short('en', '2026-03-04T00:00:00Z', 'UTC')).toBe('00:00');
  });

  test('that lies ahead, since clocks differ, is now', () => {
    expect(short('en', '2026-03-04T10:30:05Z')).toBe('now');
  });
});
