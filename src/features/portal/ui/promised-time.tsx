import { useFormatter, useTranslations } from 'next-intl';
import type { CustomerPromise } from '@/features/promises/queries';

type Props = Readonly<{
  promise: Readonly<{
    about: CustomerPromise['about'];
    dueAt: Date | string;
    state: CustomerPromise['state'];
  }>;
  timeZone: string;
  /** In few words, for a line of a list. */
  short?: boolean;
}>;

/** When a customer can expect something: also when we are late, and while we wait for them. */
export function PromisedTime({ promise: { about, dueAt, state }, timeZone, short = false }: Props) {
  const t = useTranslations('portal.request');
  const format = useFormatter();
  const dateStyle = short ? 'medium' : 'full';
  const when = format.dateTime(new Date(dueAt), { dateStyle, timeStyle: 'short', timeZone });
  if (state === 'waiting') return t('promiseWaits');
  if (state === 'late')
    return <span className="text-warning-ink">{t(`promisedLate.${about}`, { when })}</span>;
  return t(`promised.${about}`, { when });
}
