import { useFormatter, useTranslations } from 'next-intl';
import type { ToldFact } from '@/domain/ticket/history-topic';
import type { Told } from '../told';

type Phrase = (event: Told) => string;
type Kind = Extract<ToldFact, `promise.${string}`>;
type Name =
  | 'made'
  | 'kept'
  | 'broken'
  | 'at_risk'
  | 'met_late'
  | 'reopened'
  | 'moved'
  | 'replaced'
  | 'withdrawn';

/** Says what was promised to the customer, and what became of it. */
export function usePromisePhrases(): Record<Kind, Phrase> {
  const t = useTranslations('promise');
  const format = useFormatter();
  const say: Phrase = ({ type, data }) =>
    t(`event.${type.slice('promise.'.length) as Name}`, {
      about: t(`about.${data['about']}` as 'about.answer'),
      at: format.dateTime(new Date(String(data['dueAt'])), { dateStyle: 'medium', timeStyle: 'short' }),
    });
  return {
    'promise.made': say,
    'promise.at_risk': say,
    'promise.kept': say,
    'promise.broken': say,
    'promise.met_late': say,
    'promise.reopened': say,
    'promise.moved': say,
    'promise.replaced': say,
    'promise.withdrawn': say,
  };
}
