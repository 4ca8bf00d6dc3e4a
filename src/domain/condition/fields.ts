import type { FieldValues } from '@/domain/field/field';
import {
  CHANNELS,
  PRIORITIES,
  type Priority,
  TICKET_STATUSES,
  TICKET_TYPES,
  type TicketStatus,
  type TicketType,
} from '@/domain/ticket/ticket';

/** What conditions look at: a ticket and what hangs on it. */
export type ConditionFacts = Readonly<{
  status: TicketStatus;
  priority: Priority;
  type: TicketType;
  channel: string;
  channelAccountId: string | null;
  language: string | null;
  assigneeId: string | null;
  teamId: string | null;
  requesterId: string;
  organizationId: string | null;
  /** The tier of the requester. */
  tierId: string | null;
  tagIds: readonly string[];
  subject: string;
  spam: boolean;
  /** What stands in the fields of the workspace's own, by their ids. */
  own: FieldValues;
}>;

/** How a field's value is compared, and what the form offers for it. */
export type FieldKind = 'choice' | 'reference' | 'references' | 'text' | 'flag';

export type ConditionField = Readonly<{
  kind: FieldKind;
  /** What may be chosen, for a choice. */
  values?: readonly string[];
  /** The column that SQL compares; tags are compared in their own table. */
  column: string;
}>;

/** All fields that conditions may name: one table for policies, views, rules and the API. */
export const CONDITION_FIELDS = {
  status: { kind: 'choice', values: TICKET_STATUSES, column: 'status' },
  priority: { kind: 'choice', values: PRIORITIES, column: 'priority' },
  type: { kind: 'choice', values: TICKET_TYPES, column: 'type' },
  channel: { kind: 'choice', values: CHANNELS, column: 'channel' },
  language: { kind: 'choice', values: ['en', 'hu', 'lv'], column: 'language' },
  channelAccountId: { kind: 'reference', column: 'channelAccountId' },
  assigneeId: { kind: 'reference', column: 'assigneeId' },
  teamId: { kind: 'reference', column: 'teamId' },
  requesterId: { kind: 'reference', column: 'requesterId' },
  organizationId: { kind: 'reference', column: 'organizationId' },
  tierId: { kind: 'reference', column: 'tierId' },
  tagIds: { kind: 'references', column: 'tagIds' },
  subject: { kind: 'text', column: 'subject' },
  spam: { kind: 'flag', column: 'spam' },
} as const satisfies Record<Exclude<keyof ConditionFacts, 'own'>, ConditionField>;

export type FieldName = keyof typeof CONDITION_FIELDS;

/** The comparisons that each kind of field allows. */
export const OPERATORS = {
  choice: ['is_any_of', 'is_none_of', 'is_empty', 'is_set'],
  reference: ['is_any_of', 'is_none_of', 'is_empty', 'is_set'],
  references: ['has_any_of', 'has_all_of', 'has_none_of', 'is_empty', 'is_set'],
  text: ['contains', 'contains_not', 'is_empty', 'is_set'],
  flag: ['is_true', 'is_false'],
} as const satisfies Record<FieldKind, readonly string[]>;

export type Operator = (typeof OPERATORS)[FieldKind][number];

/** True for the comparisons that need no value. */
export const needsNoValue = (operator: Operator): boolean =>
  ['is_empty', 'is_set', 'is_true', 'is_false'].includes(operator);
