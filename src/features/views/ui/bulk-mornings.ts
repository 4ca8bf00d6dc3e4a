import { useFormatter, useTranslations } from 'next-intl';
import { daysLater, instantOf, localTimeOf, weekdayOf } from '@/domain/shared/local-time';

const MORNING = '08:00';
const [MONDAY, WEEK] = [1, 7];

type Morning = Readonly<{ label: string; at: Date }>;

/** The mornings to which work is put off: tomorrow, next Monday, and in a week; in the reader's time zone. */
export function useBulkMornings(timeZone: string): readonly Morning[] {
  const t = useTranslations('desk.bulk');
  const format = useFormatter();
  const now = localTimeOf(new Date(), timeZone);
  const toMonday = (MONDAY + WEEK - weekdayOf(now)) % WEEK || WEEK;
  const days = [1, toMonday, WEEK].filter((day, index, all) => all.indexOf(day) === index);
  return days.flatMap((day) => {
    const at = instantOf(daysLater(now, day, MORNING), timeZone);
    if (!at) return [];
    const when = format.dateTime(at, {
      ...{ weekday: 'long', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
      timeZone,
    });
    return [{ label: t('until', { when }), at }];
  });
}
