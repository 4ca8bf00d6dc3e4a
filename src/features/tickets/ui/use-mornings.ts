import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { instantOf, type LocalTime, localTimeOf, morningsAfter } from '@/domain/shared/local-time';
import type { OfferedMoment } from './moment-form.client';

/** Tomorrow's morning and next Monday's, in a time zone: when most of what is put off comes back. */
export function useMornings(
  timeZone: string,
): Readonly<{ tomorrow: LocalTime; offers: readonly OfferedMoment[] }> {
  const t = useTranslations('ticket.composer');
  const format = useFormatter();
  const [now] = useState(() => localTimeOf(new Date(), timeZone));
  const { tomorrow, monday } = morningsAfter(now);
  const time = format.dateTime(instantOf(tomorrow, timeZone) ?? new Date(), { timeStyle: 'short' });
  const offers = [
    { label: t('tomorrow', { time }), local: tomorrow },
    ...(monday === tomorrow ? [] : [{ label: t('monday', { time }), local: monday }]),
  ];
  return { tomorrow, offers };
}
