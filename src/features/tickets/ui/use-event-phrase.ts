import { useLocale, useTranslations } from 'next-intl';
import { type FieldDefinition, fieldName } from '@/domain/field/field';
import { shownWords } from '@/domain/field/words';
import { shownMinutes } from '@/domain/focus/corrected';
import type { ToldFact } from '@/domain/ticket/history-topic';
import type { Told } from '../told';
import { useChecklistPhrases } from './use-checklist-phrases';
import { useLinkPhrases } from './use-link-phrases';
import { usePromisePhrases } from './use-promise-phrases';
import { useRoutingPhrase } from './use-routing-phrase';
import { useSidePhrases } from './use-side-phrases';

type Phrase = (event: Told) => string;
type Words = Readonly<{ from: string; to: string }>;

/** Says what an event changed, from what to what, in the reader's words; `own` are the workspace's own fields. */
export function useEventPhrase(own: readonly FieldDefinition[]): (event: Told) => string {
  const t = useTranslations('ticket.event');
  const sla = useTranslations('sla');
  const routing = useRoutingPhrase();
  const fields = useFieldPhrases(own);
  const services = useServicePhrases();
  const promises = usePromisePhrases();
  const links = useLinkPhrases();
  const sides = useSidePhrases();
  const checklists = useChecklistPhrases();
  const phrases: Record<ToldFact, Phrase> = {
    'ticket.created': () => t('ticket_created'),
    ...fields,
    ...services,
    'ticket.routed': routing,
    'ticket.returned': routing,
    'ticket.time_corrected': (event) => t('time_corrected', correctionIn(event)),
    ...promises,
    'ticket.took_over': ({ data }) => sla('event.tookOver', { number: String(data['number']) }),
    ...links,
    ...sides,
    ...checklists,
    'ticket.split_off': ({ data }) => sla('event.splitOff', { number: String(data['fromNumber']) }),
  };
  return (event) => phrases[event.type]?.(event) ?? event.type;
}

type FieldFact =
  | `ticket.${'status' | 'priority' | 'type' | 'subject' | 'team' | 'requester' | 'language' | 'field' | 'spam' | 'trash'}_changed`
  | `ticket.${'assigned' | 'tagged' | 'untagged' | 'snoozed' | 'woken'}`;

/** What a field of the ticket became. */
function useFieldPhrases(own: readonly FieldDefinition[]): Record<FieldFact, Phrase> {
  const t = useTranslations('ticket.event');
  const fields = useTranslations('ticket.fields');
  const common = useTranslations('common');
  const fieldChange = useFieldPhrase(own);
  const locale = useLocale();
  const language = (code: string) =>
    new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(code) ?? code;
  const words = (event: Told, read: (value: string) => string, none: string): Words => ({
    from: wordOf(event, 'from', read) ?? none,
    to: wordOf(event, 'to', read) ?? none,
  });
  return {
    'ticket.status_changed': (event) =>
      t(
        'status_changed',
        words(event, (value) => common(`status.${value}` as 'status.open'), ''),
      ),
    'ticket.priority_changed': (event) =>
      t(
        'priority_changed',
        words(event, (value) => common(`priority.${value}` as 'priority.low'), ''),
      ),
    'ticket.type_changed': (event) =>
      t(
        'type_changed',
        words(event, (value) => common(`type.${value}` as 'type.task'), ''),
      ),
    'ticket.subject_changed': (event) =>
      t(
        'subject_changed',
        words(event, (value) => value, ''),
      ),
    'ticket.assigned': ({ from, to }) =>
      t('assigned', { from: from ?? fields('nobody'), to: to ?? fields('nobody') }),
    'ticket.team_changed': ({ from, to }) =>
      t('team_changed', { from: from ?? fields('noTeam'), to: to ?? fields('noTeam') }),
    'ticket.requester_changed': ({ from, to }) => t('requester_changed', { from: from ?? '', to: to ?? '' }),
    'ticket.language_changed': (event) => t('language_changed', words(event, language, common('none'))),
    'ticket.field_changed': (event) => fieldChange(event),
    'ticket.tagged': ({ to }) => t('tagged', { to: to ?? '' }),
    'ticket.untagged': ({ to }) => t('untagged', { to: to ?? '' }),
    'ticket.spam_changed': ({ data }) => t(data['to'] === true ? 'spam' : 'notSpam'),
    'ticket.trash_changed': ({ data }) => t(data['to'] === true ? 'trashed' : 'restored'),
    'ticket.snoozed': (event) => t('snoozed', { until: instantOf(event, 'until') }),
    'ticket.woken': () => t('woken'),
  };
}

type Service = Extract<
  ToldFact,
  `callback.${string}` | `macro.${string}` | `survey.${string}` | `sla.${string}`
>;

/** What was done for the customer and what was due to them. */
function useServicePhrases(): Record<Service, Phrase> {
  const t = useTranslations('ticket.event');
  const sla = useTranslations('sla');
  const phone = useTranslations('phone');
  const metricOf = ({ data }: Told) => ({
    metric: sla(`metric.${data['metric']}` as 'metric.first_reply'),
  });
  return {
    'callback.requested': (event) => t('callback_requested', { at: instantOf(event, 'windowEnd') }),
    'callback.rescheduled': (event) => t('callback_rescheduled', { at: instantOf(event, 'windowStart') }),
    'callback.attempted': ({ data }) =>
      t('callback_attempted', {
        attempt: Number(data['attempt']),
        outcome: phone(`outcome.${data['outcome']}` as 'outcome.reached'),
      }),
    'callback.closed': ({ data }) =>
      t('callback_closed', { outcome: phone(`callbackStatus.${data['outcome']}` as 'callbackStatus.done') }),
    'macro.applied': ({ data }) => t('macro_applied', { name: String(data['name']) }),
    'macro.undone': ({ data }) => t('macro_undone', { name: String(data['name']) }),
    'survey.asked': () => t('survey_asked'),
    'survey.answered': ({ data }) =>
      t(answerKey(data), { score: Number(data['score']), of: Number(data['of']) }),
    'survey.followed_up': ({ data }) => t('survey_followed_up', { number: String(data['number']) }),
    'sla.promised': ({ to }) => (to ? t('promised', { policy: to }) : t('nothing_promised')),
    'sla.warning': (event) => sla('event.warning', metricOf(event)),
    'sla.target_missed': (event) => sla('event.missed', metricOf(event)),
    'sla.escalated': (event) => sla('event.escalated', metricOf(event)),
    'sla.webhook_called': (event) => sla('event.called', metricOf(event)),
  };
}

/** Which own field became what, in the words of its definition; what is gone for good keeps its plain value. */
function useFieldPhrase(definitions: readonly FieldDefinition[]): (event: Told) => string {
  const t = useTranslations('ticket');
  const locale = useLocale();
  return ({ data }) => {
    const field = definitions.find(({ id }) => id === data['fieldId']);
    const word = (value: unknown) =>
      typeof value === 'string' && field
        ? shownWords(field, value, { locale, yes: t('ownFields.yes') })
        : t('ownFields.empty');
    return t('event.field_changed', {
      field: field ? fieldName(field, locale) : t('ownFields.own'),
      from: word(data['from']),
      to: word(data['to']),
    });
  };
}

/** What the customer answered; for readers who may not know, that there is an answer. */
function answerKey(data: Told['data']) {
  if (typeof data['score'] !== 'number') return 'survey_answered_hidden';
  if (data['kind'] === 'resolved') return data['score'] === 1 ? 'survey_resolved_yes' : 'survey_resolved_no';
  return data['changed'] === true ? 'survey_changed' : 'survey_answered';
}

const correctionIn = ({ data }: Told) => ({
  name: String(data['name']),
  from: shownMinutes(Number(data['fromSeconds'])),
  to: shownMinutes(Number(data['toSeconds'])),
  reason: String(data['reason']),
});

const instantOf = ({ data }: Told, name: string): Date => new Date(String(data[name]));

function wordOf({ data }: Told, side: 'from' | 'to', read: (value: string) => string): string | null {
  const value = data[side];
  return typeof value === 'string' ? read(value) : null;
}
