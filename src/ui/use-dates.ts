import { useLocale, useTimeZone } from 'next-intl';

export type Dates = Readonly<{ dateTime: (at: Date, options: Intl.DateTimeFormatOptions) => string }>;

/** Writers of dates, of which a process keeps this many. */
const MOST_KEPT = 1000;
const kept = new Map<string, Intl.DateTimeFormat>();

/** Writes moments in a language and a time zone. To make a writer takes longer than to write, so that it is kept. */
export function datesIn(locale: string, timeZone: string): Dates {
  const place = `${locale} ${timeZone} `;
  return {
    dateTime: (at, options) => {
      const key = place + JSON.stringify(options);
      const writer = kept.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(key, writer);
      return writer.format(at);
    },
  };
}

/** The same in the reader's language and time zone. */
export const useDates = (): Dates => datesIn(useLocale(), useTimeZone() ?? 'UTC');
