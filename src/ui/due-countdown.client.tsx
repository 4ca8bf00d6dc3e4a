'use client';

import { AlarmClock, Clock, TriangleAlert } from 'lucide-react';
import { useNow, useTranslations } from 'next-intl';
import { Badge } from './badge';
import { type Dates, useDates } from './use-dates';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** So shortly before the due time it asks for attention. */
const SOON = HOUR;
const TICK = 20_000;

type Words = ReturnType<typeof useTranslations<'sla'>>;

/** What all countdowns of a page share. */
export type Countdown = Readonly<{ now: Date; words: Words; dates: Dates }>;

/** Made once for many: the present moment, which goes on by itself and asks the server for nothing, and how it is said. */
export function useCountdown(): Countdown {
  return { now: useNow({ updateInterval: TICK }), words: useTranslations('sla'), dates: useDates() };
}

type Props = Readonly<{
  dueAt: Date;
  /** What is due, in words: read aloud and shown on hover. */
  what: string;
  className?: string;
}>;

/** How long until something is due, or how late it is. */
export function DueCountdown(props: Props) {
  return <DueBadge {...props} countdown={useCountdown()} />;
}

/** The same among many that tick together. */
export function DueBadge({ dueAt, what, className, countdown }: Props & Readonly<{ countdown: Countdown }>) {
  const { now, words, dates } = countdown;
  const left = dueAt.getTime() - now.getTime();
  const { tone, Icon } = lookOf(left);
  const duration = durationWords(words, Math.abs(left));
  const full = dates.dateTime(dueAt, { dateStyle: 'full', timeStyle: 'short' });
  return (
    // Server and browser look at their clocks one after the other.
    <Badge tone={tone} title={`${what}: ${full}`} suppressHydrationWarning {...(className && { className })}>
      <Icon aria-hidden />
      <span className="sr-only">{what}: </span>
      <span suppressHydrationWarning>
        {left < 0 ? words('countdown.late', { duration }) : words('countdown.left', { duration })}
      </span>
    </Badge>
  );
}

function lookOf(left: number) {
  if (left < 0) return { tone: 'danger', Icon: TriangleAlert } as const;
  if (left < SOON) return { tone: 'warning', Icon: AlarmClock } as const;
  return { tone: 'neutral', Icon: Clock } as const;
}

/** A length of time in its two largest units, such as `2 h 5 min`. */
function durationWords(t: Words, milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  const hours = Math.floor((milliseconds % DAY) / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  if (days > 0) return t('duration.days', { days, hours });
  return hours > 0 ? t('duration.hours', { hours, minutes }) : t('duration.minutes', { minutes });
}
