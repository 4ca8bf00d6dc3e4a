import { type TicketFieldName, ticketFieldName } from '@/domain/condition/own-fields';
import type { FieldChange, RuleChanges, RuleFieldName } from '@/domain/condition/rule-fields';
import type { RuleEvent } from './rule';

/** One event as a ticket's history keeps it. */
export type StoredEvent = Readonly<{ type: string; data: Readonly<Record<string, unknown>> }>;

const FIELD_OF: Readonly<Record<string, RuleFieldName>> = {
  'ticket.status_changed': 'status',
  'ticket.priority_changed': 'priority',
  'ticket.type_changed': 'type',
  'ticket.subject_changed': 'subject',
  'ticket.assigned': 'assigneeId',
  'ticket.team_changed': 'teamId',
  'ticket.requester_changed': 'requesterId',
  'ticket.language_changed': 'language',
  'ticket.spam_changed': 'spam',
};

const OWN_CHANGED = 'ticket.field_changed';

/** What the events of one save changed, field by field. */
export function changesOf(events: readonly StoredEvent[]): RuleChanges {
  const fields: Partial<Record<RuleFieldName | TicketFieldName, FieldChange>> = {};
  for (const { type, data } of events) {
    const field = type === OWN_CHANGED ? ticketFieldName(String(data['fieldId'])) : FIELD_OF[type];
    if (!field) continue;
    fields[field] = { from: fields[field]?.from ?? textOf(data['from']), to: textOf(data['to']) };
  }
  const tags = (wanted: string) =>
    events.filter(({ type }) => type === wanted).map(({ data }) => String(data['tagId']));
  return { fields, tagsAdded: tags('ticket.tagged'), tagsRemoved: tags('ticket.untagged') };
}

const textOf = (value: unknown) => (value === null || value === undefined ? null : String(value));

/** Nothing changed: what a rule on time looks at. */
export const NO_CHANGES: RuleChanges = { fields: {}, tagsAdded: [], tagsRemoved: [] };

/** The kinds of triggers that the events of one save wake. */
export function wokenBy(events: readonly StoredEvent[]): ReadonlySet<RuleEvent> {
  return new Set(events.flatMap(wakes));
}

/** Facts that wake one kind of triggers whatever they say. */
const WAKES: Readonly<Record<string, RuleEvent>> = {
  'ticket.created': 'ticket_created',
  'sla.warning': 'sla_warned',
  'sla.target_missed': 'sla_missed',
  'promise.at_risk': 'promise_at_risk',
  'promise.broken': 'promise_broken',
  'survey.answered': 'survey_answered',
};

function wakes({ type, data }: StoredEvent): RuleEvent[] {
  const always = WAKES[type];
  if (always) return [always];
  if (type === 'message.added') return saidBy(data);
  if (type === 'message.delivery_changed') {
    return data['to'] === 'failed' || data['to'] === 'bounced' ? ['delivery_failed'] : [];
  }
  return type in FIELD_OF || type === OWN_CHANGED || type === 'ticket.tagged' || type === 'ticket.untagged'
    ? ['ticket_updated']
    : [];
}

function saidBy({ direction, author }: StoredEvent['data']): RuleEvent[] {
  if (author === 'system') return [];
  if (direction === 'note') return ['note_added'];
  return direction === 'inbound' ? ['customer_wrote'] : ['staff_replied'];
}
