import { writeFileSync } from 'node:fs';
import Holidays, { type HolidaysTypes } from 'date-holidays';

/** Writes the public holidays that calendars offer. Run it once a year: `node scripts/run.mjs scripts/holidays.ts`. */
const YEARS = [2026, 2027, 2028, 2029];
const TARGET = 'src/features/sla/public-holidays.json';

/** The country, where its holidays are those of a part of it, and the language of its own names. */
const COUNTRIES = [
  { code: 'AT', language: 'de' },
  { code: 'DE', language: 'de' },
  { code: 'EE', language: 'et' },
  { code: 'GB', region: 'ENG', language: 'en' },
  { code: 'HU', language: 'hu' },
  { code: 'IE', language: 'en' },
  { code: 'LT', language: 'lt' },
  { code: 'LV', language: 'lv' },
  { code: 'PL', language: 'pl' },
  { code: 'RO', language: 'ro' },
  { code: 'SK', language: 'sk' },
];

type Country = (typeof COUNTRIES)[number];

function holidaysOf({ code, region, language }: Country, year: number) {
  const source = region ? new Holidays(code, region) : new Holidays(code);
  const english = new Map(source.getHolidays(year, 'en').map((day) => [keyOf(day), day.name]));
  const days = source
    .getHolidays(year, language)
    .filter(({ type }) => type === 'public')
    .map((day) => ({
      date: day.date.slice(0, 10),
      name: day.name,
      english: english.get(keyOf(day)) ?? day.name,
    }));
  return days.filter(({ date }, index) => days.findIndex((other) => other.date === date) === index);
}

const keyOf = ({ rule, date }: HolidaysTypes.Holiday) => `${rule} ${date}`;

const all = Object.fromEntries(
  COUNTRIES.map((country) => [
    country.code,
    Object.fromEntries(YEARS.map((year) => [year, holidaysOf(country, year)])),
  ]),
);
writeFileSync(TARGET, `${JSON.stringify(all, null, 2)}\n`);
