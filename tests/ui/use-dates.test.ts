import { expect, test } from 'vitest';
import { datesIn } from '@/ui/use-dates';

const at = new Date('2026-11-16T23:30:00Z');
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

test('a moment is written in the language and the zone that are asked for, however often', () => {
  const [budapest, riga] = [datesIn('hu', 'Europe/Budapest'), datesIn('lv', 'Europe/Riga')];
  for (let round = 0; round < 2; round++) {
    expect(budapest.dateTime(at, CLOCK)).toBe('00:30');
    expect(riga.dateTime(at, CLOCK)).toBe('01:30');
    expect(riga.dateTime(at, { day: 'numeric' })).toContain('17');
  }
});

test('more ways of writing than are kept do no harm', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const hours = Array.from({ length: 1100 }, (_, index) =>
    datesIn(['en', 'hu', 'lv'][index % 3] ?? 'en', zones[index % zones.length] ?? 'UTC').dateTime(at, CLOCK),
  );
  expect(hours.every((hour) => /^\d{2}:\d{2}$/.test(hour))).toBe(true);
});
