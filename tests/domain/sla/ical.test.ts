import { expect, test } from 'vitest';
import { daysInCalendarFile } from '@/domain/sla/ical';

const file = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');

const years = { from: 2026, to: 2029 };
const dates = (...lines: string[]) => daysInCalendarFile(file(lines), years)?.map(({ date }) => date);

test('an all-day event is one day, with its name unfolded and unescaped', () => {
  const text = file(['DTSTART;VALUE=DATE:20261224', 'SUMMARY;LANGUAGE=en:Christmas\\, the\r\n  eve']);
  expect(daysInCalendarFile(text, years)).toEqual([{ date: '2026-12-24', name: 'Christmas, the eve' }]);
});

test('of several days, the end is the day after the last', () => {
  expect(dates('DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270102')).toEqual([
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
  ]);
});

test('a yearly rule is followed from its first year to the last that is asked for', () => {
  expect(dates('DTSTART;VALUE=DATE:20200315', 'RRULE:FREQ=YEARLY')).toEqual([
    '2026-03-15',
    '2027-03-15',
    '2028-03-15',
    '2029-03-15',
  ]);
});

test('a yearly rule ends by its date, its count and its exceptions', () => {
  expect(dates('DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY;UNTIL=20271231')).toEqual([
    '2026-05-01',
    '2027-05-01',
  ]);
  expect(dates('DTSTART;VALUE=DATE:20250501', 'RRULE:FREQ=YEARLY;COUNT=2')).toEqual(['2026-05-01']);
  expect(
    dates('DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY;COUNT=3', 'EXDATE;VALUE=DATE:20270501'),
  ).toEqual(['2026-05-01', '2028-05-01']);
});

test('a rule may name the weekday of a month, from its beginning or its end', () => {
  expect(dates('DTSTART;VALUE=DATE:20261126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2')).toEqual([
    '2026-11-26',
    '2027-11-25',
  ]);
  expect(dates('DTSTART;VALUE=DATE:20260525', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=2')).toEqual([
    '2026-05-25',
    '2027-05-31',
  ]);
});

test('29 February comes in leap years only', () => {
  expect(dates('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY')).toEqual(['2028-02-29']);
});

test('meetings at a time of day and cancelled events are no holidays', () => {
  expect(dates('DTSTART:20260501T090000Z', 'SUMMARY:Meeting')).toEqual([]);
  expect(dates('DTSTART;VALUE=DATE:20260501', 'STATUS:CANCELLED')).toEqual([]);
});

test('what is no calendar file is refused, and an empty one has no days', () => {
  expect(daysInCalendarFile('<html></html>', years)).toBeNull();
  expect(daysInCalendarFile(file(), years)).toEqual([]);
});
