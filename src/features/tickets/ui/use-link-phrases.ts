import { useTranslations } from 'next-intl';
import type { Told } from '../told';

type Phrase = (event: Told) => string;
type About = 'linked' | 'unlinked' | 'merged' | 'unmerged' | 'gave_back' | 'split';

/** What the history says of other tickets: that this one was linked with them, joined, parted or split. */
export function useLinkPhrases(): Readonly<Record<`ticket.${About}`, Phrase>> {
  const t = useTranslations('ticket.event');
  const number = ({ data }: Told, name: string) => ({ number: String(data[name]) });
  return {
    'ticket.linked': (event) =>
      t(`linked.${event.data['as']}` as 'linked.related', number(event, 'otherNumber')),
    'ticket.unlinked': (event) => t('unlinked', number(event, 'otherNumber')),
    'ticket.gave_back': (event) => t('gave_back', number(event, 'number')),
    'ticket.merged': (event) => t('merged', number(event, 'intoNumber')),
    'ticket.unmerged': (event) => t('unmerged', number(event, 'fromNumber')),
    'ticket.split': (event) =>
      t('split', { count: Number(event.data['messages']), ...number(event, 'toNumber') }),
  };
}
