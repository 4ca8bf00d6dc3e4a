import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { daysLater, instantOf, type LocalTime, localTimeOf, weekdayOf } from '@/domain/shared/local-time';
import type { OfferedMoment } from './moment-form.client';

const MORNING = '08:00';
const MONDAY = 1;

/** Tomorrow's morning and next Monday's, in a time zone: when most of what is put off comes back. */
export function useMornings(
  timeZone: string,
): Readonly<{ now: LocalTime; tomorrow: LocalTime; offers: readonly OfferedMoment[] }> {
  const t = useTranslations('ticket.composer');
  const format = useFormatter();
  const [now] = useState(() => localTimeOf(new Date(), timeZone));
  const tomorrow = daysLater(now, 1, MORNING);
  const monday = daysLater(now, (MONDAY + 7 - weekdayOf(now)) % 7 || 7, MORNING);
  const time = format.dateTime(instantOf(tomorrow, timeZone) ?? new Date(), { timeStyle: 'short' });
  const offers = [
    { label: t('tomorrow', { time }), local: tomorrow },
    ...(monday === tomorrow ? [] : [{ label: t('monday', { time }), local: monday }]),
  ];
  return { now, tomorrow, offers };
}
