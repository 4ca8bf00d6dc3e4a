import { expect, test } from 'vitest';
import { COUNTRIES, holidaysOf, loadHolidays, YEARS } from '@/features/sla/ui/public-holidays';

const data = await loadHolidays();
const offered = (country: (typeof COUNTRIES)[number], year: number, locale = 'en') =>
  holidaysOf(data, { country, years: [year], bridging: true, locale });

test('every country has every year, by date and no date twice', () => {
  for (const country of COUNTRIES) {
    for (const year of YEARS) {
      const dates = holidaysOf(data, { country, years: [year], bridging: false, locale: 'en' }).map(
        ({ date }) => date,
      );
      expect(dates.length, `${country} ${year}`).toBeGreaterThanOrEqual(8);
      expect(dates).toEqual([...new Set(dates)].sort());
      expect(dates.every((date) => date.startsWith(`${year}-`))).toBe(true);
    }
  }
});

test('Hungary’s moved days off of 2026 come with the Saturdays worked for them', () => {
  const days = offered('HU', 2026);
  const kindOf = (date: string) => days.find((day) => day.date === date)?.kind;
  expect(['2026-01-10', '2026-08-08', '2026-12-12'].map(kindOf)).toEqual(['extra', 'extra', 'extra']);
  expect(['2026-01-02', '2026-08-21', '2026-12-24'].map(kindOf)).toEqual(['holiday', 'holiday', 'holiday']);
});

test('in Latvia, 18 November on a weekend gives the Monday as well', () => {
  const [substitute] = offered('LV', 2028).filter(({ date }) => date > '2028-11-18');
  expect(substitute?.date).toBe('2028-11-20');
});

test('names are in the country’s own words for who reads them, otherwise in English', () => {
  const name = (locale: string) =>
    offered('HU', 2026, locale).find(({ date }) => date === '2026-10-23')?.name;
  expect(name('hu')).toBe('1956-os forradalom');
  expect(name('lv')).toBe('National Day');
});
