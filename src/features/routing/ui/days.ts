import type { useFormatter } from 'next-intl';

type Format = Pick<ReturnType<typeof useFormatter>, 'dateTimeRange'>;

const LOOK = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

/** Two days, the first and the last one included, as `2–6 March 2026` in the reader's language. */
export const daysText = (format: Format, ...[fromOn, untilOn]: [string, string]): string =>
  format.dateTimeRange(new Date(`${fromOn}T00:00:00Z`), new Date(`${untilOn}T00:00:00Z`), LOOK);
