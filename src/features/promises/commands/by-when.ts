import { namedTime } from '@/domain/promise/when';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translator';

type Reader = Readonly<{ now: Date; timeZone: string; locale: Locale }>;

/** Until when, in words that hold also for who reads them later: "by tomorrow 14:00 (1 December)". */
export async function byWhen(at: Date, { now, timeZone, locale }: Reader): Promise<string> {
  const t = await translator(locale, 'promise');
  const { near, weekday, day, month, year, time } = namedTime(at, now, timeZone);
  return t(`when.${near}`, {
    time,
    day: String(day),
    year: String(year),
    month: t(`when.month.${month}` as 'when.month.1'),
    weekday: t(`when.weekday.${weekday}` as 'when.weekday.0'),
  });
}
