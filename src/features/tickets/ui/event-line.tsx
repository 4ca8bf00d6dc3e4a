import { useLocale, useTranslations } from 'next-intl';
import { type FieldDefinition, fieldName } from '@/domain/field/field';
import { shownWords } from '@/domain/field/words';
import { shownMinutes } from '@/domain/focus/corrected';
import type { ShownEvent } from '../queries-timeline';
import type { EventLine as Line } from '../timeline';
import { Moment } from './moment';
import { UndoMerge } from './undo-merge.client';
import { useLinkPhrases } from './use-link-phrases';
import { usePromisePhrases } from './use-promise-phrases';
import { useRoutingPhrase } from './use-routing-phrase';
import { useSidePhrases } from './use-side-phrases';

type Props = Readonly<{
  line: Line;
  workspace: string;
  /** The merges that the reader can take back, by the numbers of the tickets that came. */
  merges: Readonly<Record<number, string>>;
  /** The workspace's own fields. */
  fields: readonly FieldDefinition[];
}>;

/** What somebody changed, in one quiet line. */
export function EventLine({ line, workspace, merges, fields }: Props) {
  const t = useTranslations('ticket.event');
  const phrase = useEventPhrase(fields);
  const [first] = line.events;
  const name = nameOf(first) ?? t('automatic');
  return (
    <p className="flex items-baseline gap-2 pl-11 text-ink-faint text-sm">
      <span aria-hidden className="size-1.5 shrink-0 -translate-y-0.5 rounded-full bg-line-strong" />
      <span className="min-w-0 flex-1 break-words">
        {t('line', { name, changes: line.events.map(phrase).join(' · ') })}
        {line.events.flatMap(mergeIn(merges)).map((mergeId) => (
          <UndoMerge key={mergeId} workspace={workspace} mergeId={mergeId} />
        ))}
      </span>
      <Moment at={first.at} className="shrink-0 text-xs" />
    </p>
  );
}

const mergeIn =
  (merges: Props['merges']) =>
  ({ type, data }: ShownEvent): string[] => {
    const mergeId = type === 'ticket.took_over' ? merges[Number(data['number'])] : undefined;
    return mergeId ? [mergeId] : [];
  };

/** What the product did by itself has no name, unless a rule did it. */
const nameOf = ({ type, actorKind, actorId, actorName }: ShownEvent): string | null => {
  // What a customer brings about by writing is promised by the product, not by them.
  if (actorKind === 'customer' && type.startsWith('promise.')) return null;
  const isRule = actorKind === 'system' && UUID.test(actorId ?? '');
  return actorKind !== 'system' || isRule ? actorName : null;
};
const UUID = /^[0-9a-f]{8}-/;

type Words = Readonly<{ from: string; to: string }>;

function useEventPhrase(own: readonly FieldDefinition[]): (event: ShownEvent) => string {
  const t = useTranslations('ticket.event');
  const fields = useTranslations('ticket.fields');
  const common = useTranslations('common');
  const sla = useTranslations('sla');
  const routing = useRoutingPhrase();
  const phone = useTranslations('phone');
  const fieldChange = useFieldPhrase(own);
  const promises = usePromisePhrases();
  const links = useLinkPhrases();
  const sides = useSidePhrases();
  const locale = useLocale();
  const language = (code: string) =>
    new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(code) ?? code;
  const metricOf = ({ data }: ShownEvent) => ({
    metric: sla(`metric.${data['metric']}` as 'metric.first_reply'),
  });
  const words = (event: ShownEvent, read: (value: string) => string, none: string): Words => ({
    from: wordOf(event, 'from', read) ?? none,
    to: wordOf(event, 'to', read) ?? none,
  });
  const phrases: Record<ShownEvent['type'], (event: ShownEvent) => string> = {
    'ticket.created': () => t('ticket_created'),
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
    'ticket.routed': routing,
    'ticket.returned': routing,
    'survey.asked': () => t('survey_asked'),
    'survey.answered': ({ data }) =>
      t(answerKey(data), { score: Number(data['score']), of: Number(data['of']) }),
    'survey.followed_up': ({ data }) => t('survey_followed_up', { number: String(data['number']) }),
    'ticket.time_corrected': (event) => t('time_corrected', correctionIn(event)),
    'sla.warning': (event) => sla('event.warning', metricOf(event)),
    'sla.target_missed': (event) => sla('event.missed', metricOf(event)),
    'sla.escalated': (event) => sla('event.escalated', metricOf(event)),
    'sla.webhook_called': (event) => sla('event.called', metricOf(event)),
    ...promises,
    'ticket.took_over': ({ data }) => sla('event.tookOver', { number: String(data['number']) }),
    ...links,
    ...sides,
    'ticket.split_off': ({ data }) => sla('event.splitOff', { number: String(data['fromNumber']) }),
  };
  return (event) => phrases[event.type]?.(event) ?? event.type;
}

/** Which own field became what, in the words of its definition; what is gone for good keeps its plain value. */
function useFieldPhrase(definitions: readonly FieldDefinition[]): (event: ShownEvent) => string {
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
function answerKey(data: ShownEvent['data']) {
  if (typeof data['score'] !== 'number') return 'survey_answered_hidden';
  if (data['kind'] === 'resolved') return data['score'] === 1 ? 'survey_resolved_yes' : 'survey_resolved_no';
  return data['changed'] === true ? 'survey_changed' : 'survey_answered';
}

const correctionIn = ({ data }: ShownEvent) => ({
  name: String(data['name']),
  from: shownMinutes(Number(data['fromSeconds'])),
  to: shownMinutes(Number(data['toSeconds'])),
  reason: String(data['reason']),
});

const instantOf = ({ data }: ShownEvent, name: string): Date => new Date(String(data[name]));

function wordOf({ data }: ShownEvent, side: 'from' | 'to', read: (value: string) => string): string | null {
  const value = data[side];
  return typeof value === 'string' ? read(value) : null;
}
