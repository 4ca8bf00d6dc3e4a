/** The days of the week from Monday on; 0 is Sunday. */
export const FROM_MONDAY = [1, 2, 3, 4, 5, 6, 0] as const;

/** The name of a weekday in a language: `long` is "Monday", `short` "Mon", `narrow` "M". */
export function weekdayName(locale: string, weekday: number, style: 'long' | 'short' | 'narrow'): string {
  const name = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' });
  return name.format(new Date(Date.UTC(2024, 0, 7 + weekday)));
}
