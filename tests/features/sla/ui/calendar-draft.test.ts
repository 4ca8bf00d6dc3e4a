import { expect, test } from 'vitest';
import {
  type CalendarDraft,
  calendarDraft,
  calendarOfDraft,
  previewOfDraft,
  withDays,
  wrongInCalendar,
} from '@/features/sla/ui/calendar-draft';

const zones = ['Europe/Riga'];
const draft = (over: Partial<CalendarDraft> = {}): CalendarDraft => ({
  ...calendarDraft(null, 'Europe/Riga'),
  name: 'Office',
  ...over,
});
const day = { key: 'd', date: '2026-12-24', kind: 'part' as const, name: 'Eve', from: '09:00', to: '12:00' };

test('a new calendar is an office week in the workspace’s time zone', () => {
  const { week, timeZone } = calendarOfDraft(draft(), undefined);
  expect(timeZone).toBe('Europe/Riga');
  expect(week.map((slots) => slots.length)).toEqual([0, 1, 1, 1, 1, 1, 0]);
  expect(wrongInCalendar(draft(), zones)).toBeNull();
});

test('around the clock is every minute, and is known again', () => {
  const sent = calendarOfDraft(draft({ always: true }), 'id');
  expect(sent.week).toEqual(Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]));
  const again = calendarDraft({ ...sent, id: 'id', version: 1 }, 'UTC');
  expect(again.always).toBe(true);
  expect(again.week[1]).toHaveLength(1);
});

test('a special day survives the way to the form and back', () => {
  const sent = calendarOfDraft(
    draft({ days: [day, { ...day, key: 'e', date: '2026-12-12', kind: 'extra' }] }),
    'id',
  );
  const again = calendarDraft({ ...sent, id: 'id', version: 1 }, 'UTC');
  expect(calendarOfDraft(again, 'id')).toEqual(sent);
});

test('what is wrong is named by its line', () => {
  const week = draft().week.map((stretches, weekday) =>
    weekday === 1 ? [{ key: 'a', from: '09:00', to: '09:00' }] : stretches,
  );
  const days = [
    { ...day, key: 'late', from: '12:00', to: '09:00' },
    { ...day, key: 'blank', date: '' },
    { ...day, key: 'first', date: '2026-05-01' },
    { ...day, key: 'again', date: '2026-05-01' },
  ];
  const wrong = wrongInCalendar(draft({ name: ' ', timeZone: 'Riga', week, days }), zones);
  expect(wrong).toEqual({
    name: true,
    timeZone: true,
    stretches: { a: 'time' },
    days: { late: 'time', blank: 'date', again: 'twice' },
  });
});

test('the preview leaves out what is not filled in yet', () => {
  const week = draft().week.map((stretches, weekday) =>
    weekday === 6 ? [{ key: 'a', from: '', to: '' }] : stretches,
  );
  const preview = previewOfDraft(draft({ week, days: [{ ...day, date: '' }, day] }));
  expect(preview.week[6]).toEqual([]);
  expect([...preview.holidays.keys()]).toEqual(['2026-12-24']);
});

test('days that are there already are not taken over twice', () => {
  const offered = [
    { date: '2026-12-24', name: 'Christmas Eve', kind: 'holiday' as const },
    { date: '2026-01-01', name: 'New Year', kind: 'holiday' as const },
  ];
  const { days, added } = withDays([day], offered);
  expect(added).toBe(1);
  expect(days.map(({ date, name }) => [date, name])).toEqual([
    ['2026-01-01', 'New Year'],
    ['2026-12-24', 'Eve'],
  ]);
});
