import { SURVEY_KINDS } from '@/domain/survey/survey';
import { CONDITION_FIELDS, type ConditionFacts, OPERATORS, type Operator } from './fields';
import { AMOUNT_OPERATORS, DAY_OPERATORS, type TicketFieldName } from './own-fields';

/** Whose words or deed an event is. */
const ACTORS = ['customer', 'user', 'system'] as const;
const LANGUAGES = ['en', 'hu', 'lv'] as const;

/** What one save of a ticket changed, by field: the value before and the one after. */
export type FieldChange = Readonly<{ from: string | null; to: string | null }>;

/** What rules look at: the ticket as it stands, its customer, and the event that woke the rule. */
export type RuleFacts = ConditionFacts &
  Readonly<{
    sinceCreated: Date;
    sinceUpdated: Date;
    sinceCustomerMessage: Date | null;
    sinceReply: Date | null;
    sinceStatusChange: Date;
    sinceSolved: Date | null;
    reopens: number;
    lastDirection: string | null;
    overdue: boolean;
    /** How what the customer was promised stands; null where nothing is promised. */
    promiseState: string | null;
    openNow: boolean;
    customerName: string;
    customerEmail: string;
    customerNote: string;
    customerLanguage: string | null;
    /** Of the newest message of the event; null where it has none. */
    messageText: string | null;
    messageDirection: string | null;
    messageAuthor: string | null;
    messageAutomated: boolean;
    changedBy: string | null;
    /** What a survey was answered with; null where the event is none. */
    surveyKind: string | null;
    surveyScore: number | null;
  }>;

/** What the event did, for the operators that ask about a change. */
export type RuleChanges = Readonly<{
  fields: Readonly<Partial<Record<RuleFieldName | TicketFieldName, FieldChange>>>;
  tagsAdded: readonly string[];
  tagsRemoved: readonly string[];
}>;

type RuleFieldKind =
  | 'choice'
  | 'reference'
  | 'references'
  | 'text'
  | 'flag'
  | 'number'
  | 'elapsed'
  | 'moment';

export type RuleField = Readonly<{
  kind: RuleFieldKind;
  values?: readonly string[];
  /** Where forms put it. */
  group: 'ticket' | 'time' | 'customer' | 'event';
  /** The event that tells of its change; such fields can be asked for old and new values. */
  changedBy?: `ticket.${string}`;
  /** Known only while an event is looked at: no rule on time may ask for it. */
  eventOnly?: boolean;
}>;

const ticket = <Field extends object>(field: Field) => ({ ...field, group: 'ticket' }) as const;

/** All fields that rules may name: those of all conditions, and what only rules know. */
export const RULE_FIELDS = {
  status: ticket({ ...CONDITION_FIELDS.status, changedBy: 'ticket.status_changed' }),
  priority: ticket({ ...CONDITION_FIELDS.priority, changedBy: 'ticket.priority_changed' }),
  type: ticket({ ...CONDITION_FIELDS.type, changedBy: 'ticket.type_changed' }),
  channel: ticket(CONDITION_FIELDS.channel),
  channelAccountId: ticket(CONDITION_FIELDS.channelAccountId),
  language: ticket({ ...CONDITION_FIELDS.language, changedBy: 'ticket.language_changed' }),
  assigneeId: ticket({ ...CONDITION_FIELDS.assigneeId, changedBy: 'ticket.assigned' }),
  teamId: ticket({ ...CONDITION_FIELDS.teamId, changedBy: 'ticket.team_changed' }),
  tagIds: ticket({ ...CONDITION_FIELDS.tagIds, changedBy: 'ticket.tagged' }),
  subject: ticket({ ...CONDITION_FIELDS.subject, changedBy: 'ticket.subject_changed' }),
  spam: ticket({ ...CONDITION_FIELDS.spam, changedBy: 'ticket.spam_changed' }),
  reopens: ticket({ kind: 'number' }),
  lastDirection: ticket({ kind: 'choice', values: ['inbound', 'outbound'] }),
  overdue: ticket({ kind: 'flag' }),
  promiseState: ticket({ kind: 'choice', values: ['open', 'at_risk', 'broken'] }),
  sinceCreated: { kind: 'elapsed', group: 'time' },
  sinceUpdated: { kind: 'elapsed', group: 'time' },
  sinceCustomerMessage: { kind: 'elapsed', group: 'time' },
  sinceReply: { kind: 'elapsed', group: 'time' },
  sinceStatusChange: { kind: 'elapsed', group: 'time' },
  sinceSolved: { kind: 'elapsed', group: 'time' },
  openNow: { kind: 'flag', group: 'time' },
  requesterId: { ...CONDITION_FIELDS.requesterId, changedBy: 'ticket.requester_changed', group: 'customer' },
  organizationId: { ...CONDITION_FIELDS.organizationId, group: 'customer' },
  tierId: { ...CONDITION_FIELDS.tierId, group: 'customer' },
  customerName: { kind: 'text', group: 'customer' },
  customerEmail: { kind: 'text', group: 'customer' },
  customerNote: { kind: 'text', group: 'customer' },
  customerLanguage: { kind: 'choice', values: LANGUAGES, group: 'customer' },
  messageText: { kind: 'text', group: 'event', eventOnly: true },
  messageDirection: {
    kind: 'choice',
    values: ['inbound', 'outbound', 'note'],
    group: 'event',
    eventOnly: true,
  },
  messageAuthor: { kind: 'choice', values: ACTORS, group: 'event', eventOnly: true },
  messageAutomated: { kind: 'flag', group: 'event', eventOnly: true },
  changedBy: { kind: 'choice', values: ACTORS, group: 'event', eventOnly: true },
  surveyKind: { kind: 'choice', values: SURVEY_KINDS, group: 'event', eventOnly: true },
  surveyScore: { kind: 'number', group: 'event', eventOnly: true },
} as const satisfies Record<RuleFieldName, RuleField>;

export type RuleFieldName = Exclude<keyof RuleFacts, 'own'>;

/** Comparisons with the time that has passed since; the values are minutes, of all time or of open hours. */
const ELAPSED_OPERATORS = [
  'elapsed_at_least',
  'elapsed_less_than',
  'open_elapsed_at_least',
  'open_elapsed_less_than',
] as const;
export type ElapsedOperator = (typeof ELAPSED_OPERATORS)[number];

/** Questions about what the event changed. */
const CHANGE_OPERATORS = ['changed', 'changed_to', 'changed_from'] as const;
const TAG_CHANGE_OPERATORS = ['added', 'removed'] as const;
type ChangeOperator = (typeof CHANGE_OPERATORS)[number] | (typeof TAG_CHANGE_OPERATORS)[number];

/** Whether a moment lies in a span of days, such as `today`, on a day or after, or before it; only views ask so. */
export const MOMENT_OPERATORS = ['within', ...DAY_OPERATORS, 'is_empty', 'is_set'] as const;

/** Comparisons with a day, which is the one value: on it or after, and before it. */
type DateOperator = (typeof DAY_OPERATORS)[number];

export type RuleOperator =
  | Operator
  | ElapsedOperator
  | ChangeOperator
  | DateOperator
  | 'within'
  | (typeof AMOUNT_OPERATORS)[number];

const RULE_OPERATORS = {
  ...OPERATORS,
  number: AMOUNT_OPERATORS,
  elapsed: [...ELAPSED_OPERATORS, 'is_empty', 'is_set'],
  moment: MOMENT_OPERATORS,
} as const satisfies Record<RuleFieldKind, readonly RuleOperator[]>;

const CHANGES: Readonly<Record<RuleFieldKind, readonly RuleOperator[]>> = {
  choice: CHANGE_OPERATORS,
  reference: CHANGE_OPERATORS,
  references: TAG_CHANGE_OPERATORS,
  text: ['changed'],
  flag: ['changed'],
  number: [],
  elapsed: [],
  moment: [],
};

/** What a rule of this kind may ask of a field, in the order in which a form offers it; nothing when it may not. */
export function ruleOperatorsOf(
  name: RuleFieldName,
  kind: 'trigger' | 'automation',
): readonly RuleOperator[] {
  const field: RuleField = RULE_FIELDS[name];
  if (kind === 'automation') return field.eventOnly ? [] : RULE_OPERATORS[field.kind];
  return field.changedBy
    ? [...RULE_OPERATORS[field.kind], ...CHANGES[field.kind]]
    : RULE_OPERATORS[field.kind];
}

/** True for the comparisons that need no value. */
export const ruleNeedsNoValue = (operator: RuleOperator): boolean =>
  ['is_empty', 'is_set', 'is_true', 'is_false', 'changed'].includes(operator);

/** True for the comparisons whose one value is a whole number: of times, or of minutes. */
export const takesNumber = (operator: RuleOperator): boolean =>
  ['at_least', 'less_than', ...ELAPSED_OPERATORS].includes(operator);

export const isDateOperator = (operator: RuleOperator): operator is DateOperator =>
  (DAY_OPERATORS as readonly RuleOperator[]).includes(operator);

export const isElapsed = (operator: RuleOperator): operator is ElapsedOperator =>
  (ELAPSED_OPERATORS as readonly RuleOperator[]).includes(operator);
