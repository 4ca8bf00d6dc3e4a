'use client';

import { AlarmClock, Clock, TriangleAlert } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { Badge } from './badge';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** So shortly before the due time it asks for attention. */
const SOON = HOUR;
const TICK = 20_000;

type Props = Readonly<{
  dueAt: Date;
  /** What is due, in words: read aloud and shown on hover. */
  what: string;
  className?: string;
}>;

/** How long until something is due, or how late it is. It ticks by itself and asks the server for nothing. */
export function DueCountdown({ dueAt, what, className }: Props) {
  const t = useTranslations('sla');
  const format = useFormatter();
  const now = useNow({ updateInterval: TICK });
  const left = dueAt.getTime() - now.getTime();
  const { tone, Icon } = lookOf(left);
  const duration = durationWords(t, Math.abs(left));
  const full = format.dateTime(dueAt, { dateStyle: 'full', timeStyle: 'short' });
  return (
    // Server and browser look at their clocks one after the other.
    <Badge tone={tone} title={`${what}: ${full}`} suppressHydrationWarning {...(className && { className })}>
      <Icon aria-hidden />
      <span className="sr-only">{what}: </span>
      <span suppressHydrationWarning>
        {left < 0 ? t('countdown.late', { duration }) : t('countdown.left', { duration })}
      </span>
    </Badge>
  );
}

function lookOf(left: number) {
  if (left < 0) return { tone: 'danger', Icon: TriangleAlert } as const;
  if (left < SOON) return { tone: 'warning', Icon: AlarmClock } as const;
  return { tone: 'neutral', Icon: Clock } as const;
}

type Words = ReturnType<typeof useTranslations<'sla'>>;

/** A length of time in its two largest units, such as `2 h 5 min`. */
function durationWords(t: Words, milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  const hours = Math.floor((milliseconds % DAY) / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  if (days > 0) return t('duration.days', { days, hours });
  return hours > 0 ? t('duration.hours', { hours, minutes }) : t('duration.minutes', { minutes });
}
