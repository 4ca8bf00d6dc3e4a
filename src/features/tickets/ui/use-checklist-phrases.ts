import { useTranslations } from 'next-intl';
import type { ToldFact } from '@/domain/ticket/history-topic';
import type { Told } from '../told';

type Fact = Extract<ToldFact, `checklist.${string}`>;

/** What the history says of checklists. */
export function useChecklistPhrases(): Readonly<Record<Fact, (event: Told) => string>> {
  const t = useTranslations('ticket.event');
  const say = ({ type, data }: Told) => {
    const word = (name: string) => String(data[name] ?? '');
    const words = { title: word('title'), text: word('text'), from: word('from'), to: word('to') };
    return t(type as Fact, words);
  };
  return {
    'checklist.added': say,
    'checklist.removed': say,
    'checklist.item_added': say,
    'checklist.item_changed': say,
    'checklist.item_moved': say,
    'checklist.item_removed': say,
    'checklist.item_done': say,
    'checklist.item_reopened': say,
  };
}
