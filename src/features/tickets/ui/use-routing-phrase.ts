import { useTranslations } from 'next-intl';
import type { Told } from '../told';

/** Why routing gave a ticket to this person, or took it back, in the reader's words. */
export function useRoutingPhrase(): (event: Told) => string {
  const t = useTranslations('routing.event');
  return (event) => {
    const { data, from, to } = event;
    if (event.type === 'ticket.returned') {
      return t('returned', { name: from ?? '', seconds: Number(data['seconds']) });
    }
    const you = event.toReader ? 'yes' : 'no';
    const other = { you, from: from ?? '', percent: Number(data['loadPercent']) };
    const reasons: readonly (readonly [unknown, () => string])[] = [
      [data['language'], () => t('language', { you, language: String(data['language']) })],
      [data['skills'], () => t('skills', { you, skills: String(data['skills']) })],
      [data['chosenBy'] !== 'last_agent', () => t(`chosenBy.${data['chosenBy'] as 'asked'}`, other)],
      [data['customerId'], () => t('served', { customer: from ?? '' })],
      [data['relaxed'], () => t('relaxed')],
    ];
    const told = reasons.flatMap(([holds, tell]) => (holds ? [tell()] : []));
    return t('routed', { you, name: to ?? '', reasons: told.join(', ') });
  };
}
