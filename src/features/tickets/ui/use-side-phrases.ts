import { useTranslations } from 'next-intl';
import type { Told } from '../told';

type Phrase = (event: Told) => string;
type About = 'sent' | 'received' | 'taken_back' | 'done' | 'reopened';

/** What the history says of conversations with others than the customer. */
export function useSidePhrases(): Readonly<Record<`side.${About}`, Phrase>> {
  const t = useTranslations('ticket.event');
  const about = ({ data }: Told) => ({ subject: String(data['subject']) });
  return {
    'side.sent': (event) => t('side.sent', { ...about(event), to: String(event.data['to']) }),
    'side.received': (event) => t('side.received', { ...about(event), from: String(event.data['from']) }),
    'side.taken_back': (event) => t('side.taken_back', about(event)),
    'side.done': (event) => t('side.done', about(event)),
    'side.reopened': (event) => t('side.reopened', about(event)),
  };
}
