import { useFormatter, useTranslations } from 'next-intl';
import { instantOf, localTimeOf, morningsAfter } from '@/domain/shared/local-time';

type Morning = Readonly<{ label: string; at: Date }>;

/** The mornings to which work is put off: tomorrow, next Monday, and in a week; in the reader's time zone. */
export function useBulkMornings(timeZone: string): readonly Morning[] {
  const t = useTranslations('desk.bulk');
  const format = useFormatter();
  const { tomorrow, monday, inAWeek } = morningsAfter(localTimeOf(new Date(), timeZone));
  return [...new Set([tomorrow, monday, inAWeek])].flatMap((morning) => {
    const at = instantOf(morning, timeZone);
    if (!at) return [];
    const when = format.dateTime(at, {
      ...{ weekday: 'long', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
      timeZone,
    });
    return [{ label: t('until', { when }), at }];
  });
}
