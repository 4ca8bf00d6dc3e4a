import type { OfferedDay } from './calendar-draft';

/** The countries whose public holidays are shipped, and the years. `scripts/holidays.ts` writes them. */
export const COUNTRIES = ['AT', 'DE', 'EE', 'GB', 'HU', 'IE', 'LT', 'LV', 'PL', 'RO', 'SK'] as const;
export const YEARS: readonly number[] = [2026, 2027, 2028, 2029];

export type Country = (typeof COUNTRIES)[number];

type Day = Readonly<{ date: string; name: string; english: string; kind?: string }>;
type Days = Readonly<Record<string, Readonly<Record<string, readonly Day[] | undefined>> | undefined>>;

/** Holidays and moved days off by country and year. */
export type YearData = Readonly<{ holidays: Days; bridging: Days }>;

/** Fetches the data when it is first wanted: no other screen carries it. */
export async function loadHolidays(): Promise<YearData> {
  const [holidays, bridging] = await Promise.all([
    import('@/features/sla/public-holidays.json'),
    import('@/features/sla/bridging-days.json'),
  ]);
  return { holidays: holidays.default, bridging: bridging.default };
}

const LANGUAGES: Readonly<Record<string, string>> = { HU: 'hu', LV: 'lv' };

type Wanted = Readonly<{ country: Country; years: readonly number[]; bridging: boolean; locale: string }>;

/** The days of a country in these years by date; in its own words for who speaks its language, otherwise in English. */
export function holidaysOf(data: YearData, { country, years, bridging, locale }: Wanted): OfferedDay[] {
  const own = LANGUAGES[country] === locale;
  return years
    .flatMap((year) => [
      ...(data.holidays[country]?.[year] ?? []),
      ...(bridging ? (data.bridging[country]?.[year] ?? []) : []),
    ])
    .map(({ date, name, english, kind }) => ({
      date,
      name: own ? name : english,
      kind: kind === 'extra' ? ('extra' as const) : ('holiday' as const),
    }))
    .sort((a, b) => a.date.localeCompare(b.date));
}
