import { useNow } from 'next-intl';
import { type Dates, useDates } from '@/ui/use-dates';

/** As in the list of tickets: the day has 24 hours. */
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

type Props = Readonly<{ at: Date; className?: string }>;

/** An instant in the reader's zone: the hour of today, the day and hour of this year, else the whole date. Full on hover. */
export function Moment({ at, className }: Props) {
  const format = useDates();
  const now = useNow();
  return (
    // The server's and the browser's tables of dates may differ by a kind of space.
    <time
      dateTime={at.toISOString()}
      title={format.dateTime(at, { dateStyle: 'full', timeStyle: 'short' })}
      className={className}
      suppressHydrationWarning
    >
      {momentText(format, at, now)}
    </time>
  );
}

/** The same as a plain text, for headings and sentences. */
export function momentText(format: Dates, at: Date, now: Date): string {
  const day = (moment: Date) => format.dateTime(moment, { dateStyle: 'short' });
  const year = (moment: Date) => format.dateTime(moment, { year: 'numeric' });
  if (day(at) === day(now)) return format.dateTime(at, CLOCK);
  return format.dateTime(at, {
    day: 'numeric',
    month: 'short',
    ...CLOCK,
    ...(year(at) !== year(now) && { year: 'numeric' }),
  });
}
