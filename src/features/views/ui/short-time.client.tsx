'use client';

import { useFormatter, useNow } from 'next-intl';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A moment as short as it can be understood: minutes ago, the time of day, the day, the date. The full one on hover. */
export function ShortTime({ at }: Readonly<{ at: Date }>) {
  const format = useFormatter();
  const now = useNow({ updateInterval: MINUTE });
  return (
    // The server's and the browser's tables of dates may differ by a kind of space.
    <time
      dateTime={at.toISOString()}
      title={format.dateTime(at, { dateStyle: 'full', timeStyle: 'short' })}
      suppressHydrationWarning
    >
      {shortTime(format, at, now)}
    </time>
  );
}

function shortTime(format: ReturnType<typeof useFormatter>, at: Date, now: Date): string {
  const age = now.getTime() - at.getTime();
  const day = (moment: Date) => format.dateTime(moment, { dateStyle: 'short' });
  const year = (moment: Date) => format.dateTime(moment, { year: 'numeric' });
  if (age < HOUR) return format.relativeTime(age < 0 ? now : at, { now, style: 'narrow' });
  if (day(at) === day(now))
    return format.dateTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (age < 6 * DAY)
    return format.dateTime(at, { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return format.dateTime(at, {
    day: 'numeric',
    month: 'short',
    ...(year(at) !== year(now) && { year: 'numeric' }),
  });
}
