import { useFormatter, useTranslations } from 'next-intl';
import { useCountdown } from '@/ui/due-countdown.client';
import { lineTime } from './line-time';
import type { LineTexts } from './ticket-line.client';

/** The words that the lines of a list share; made once, since there are many lines. */
export function useLineTexts(): LineTexts {
  const common = useTranslations('common');
  const list = useTranslations('desk.list');
  const metric = useTranslations('sla.metric');
  const { relativeTime } = useFormatter();
  const countdown = useCountdown();
  const { now, dates } = countdown;
  return { common, list, metric, countdown, time: lineTime({ ...dates, relativeTime }, now) };
}
