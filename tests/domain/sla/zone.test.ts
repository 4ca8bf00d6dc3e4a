import { expect, test } from 'vitest';
import { localDay, segmentsOfDay, zoneClock } from '@/domain/sla/zone';

const HOUR = 3_600_000;
const riga = zoneClock('Europe/Riga');
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / (24 * HOUR);
const lengthOf = (date: string) =>
  segmentsOfDay(riga, dayOf(date)).reduce((sum, { start, end }) => sum + end - start, 0) / HOUR;

test('a zone is ahead of UTC by what its clock shows, in winter and in summer', () => {
  expect(riga(Date.parse('2026-01-15T12:00:00Z'))).toBe(2 * HOUR);
  expect(riga(Date.parse('2026-07-15T12:00:00Z'))).toBe(3 * HOUR);
  expect(() => zoneClock('Europe/Nowhere')).toThrow(RangeError);
});

test('a day has 24 hours, but 23 and 25 when the clock is put forward and back', () => {
  expect(['2026-03-28', '2026-03-29', '2026-10-25'].map(lengthOf)).toEqual([24, 23, 25]);
  expect(segmentsOfDay(riga, dayOf('2026-10-25'))).toHaveLength(2);
});

test('the local day begins at local midnight', () => {
  expect(localDay(riga, Date.parse('2026-01-15T21:59:59Z'))).toBe(dayOf('2026-01-15'));
  expect(localDay(riga, Date.parse('2026-01-15T22:00:00Z'))).toBe(dayOf('2026-01-16'));
});
