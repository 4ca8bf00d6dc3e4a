import { expect, test } from 'vitest';
import { previewDays } from '@/domain/sla/calendar-preview';

const office = [{ from: 540, to: 1020 }];
const calendar = {
  timeZone: 'Europe/Budapest',
  week: [[], office, office, office, office, office, []],
  holidays: new Map([['2026-10-23', []]]),
  extraDays: new Map([['2026-10-24', [{ from: 540, to: 780 }]]]),
};

test('four weeks begin on the Monday before, and say why a day is not as its weekday', () => {
  const days = previewDays(calendar, new Date('2026-10-22T10:00:00Z'), 28);
  expect(days).toHaveLength(28);
  expect(days[0]).toMatchObject({ date: '2026-10-19', weekday: 1, kind: 'week', openMinutes: 480 });
  expect(days[4]).toMatchObject({ date: '2026-10-23', kind: 'holiday', openMinutes: 0, slots: [] });
  expect(days[5]).toMatchObject({ date: '2026-10-24', kind: 'extra', openMinutes: 240 });
});

test('the day on which the clock goes back has an hour more', () => {
  const always = Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]);
  const days = previewDays(
    { timeZone: 'Europe/Riga', week: always, holidays: new Map(), extraDays: new Map() },
    new Date('2026-10-22T10:00:00Z'),
    7,
  );
  expect(days.at(-1)).toMatchObject({ date: '2026-10-25', openMinutes: 1500 });
});

test('the day is the one of the zone, not of the server', () => {
  const [first] = previewDays(calendar, new Date('2026-10-18T22:30:00Z'), 1);
  expect(first?.date).toBe('2026-10-19');
});
