import { ticketFieldName } from '@/domain/condition/own-fields';
import { type ViewCondition, viewComparisons } from '@/domain/condition/view-fields';

/** The fields of views that an event changes, besides the time of the last change. */
const CHANGED: Readonly<Record<string, readonly string[]>> = {
  'ticket.status_changed': [
    'status',
    'sinceStatusChange',
    'sinceSolved',
    'solvedOn',
    'reopens',
    'overdue',
    'dueOn',
    'snoozedUntil',
  ],
  'ticket.snoozed': ['snoozedUntil'],
  'ticket.priority_changed': ['priority', 'overdue', 'dueOn'],
  'ticket.type_changed': ['type'],
  'ticket.subject_changed': ['subject'],
  'ticket.assigned': ['assigneeId'],
  'ticket.routed': ['assigneeId'],
  'ticket.returned': ['assigneeId'],
  'ticket.team_changed': ['teamId'],
  'ticket.language_changed': ['language'],
  'ticket.tagged': ['tagIds'],
  'ticket.untagged': ['tagIds'],
  'ticket.requester_changed': ['requesterId', 'organizationId', 'tierId', 'customerName', 'customerEmail'],
  'message.added': [
    'lastDirection',
    'sinceCustomerMessage',
    'customerWroteOn',
    'sinceReply',
    'repliedOn',
    'overdue',
    'dueOn',
    'promiseState',
  ],
};

const ALWAYS: readonly string[] = ['sinceUpdated', 'changedOn'];
const DUE: readonly string[] = ['overdue', 'dueOn'];
const PROMISED: readonly string[] = ['promiseState', 'promisedFor'];

/** Events after which a ticket may be in lists where it was not, or the other way round, whatever they ask. */
const EVERYTHING = ['ticket.spam_changed', 'ticket.trash_changed', 'ticket.merged', 'ticket.unmerged'];

type Happened = Readonly<{ type: string; fieldId?: string | null | undefined }>;

/** What a view's counters hang on: the fields of its condition. */
export const fieldsIn = (condition: ViewCondition): ReadonlySet<string> =>
  new Set(viewComparisons(condition).map(({ field }) => field));

/**
 * How an event on a ticket bears on a view: `membership` where the ticket may have come in or gone, `place` where it can only
 * have moved within it (to another person or team, or as a new ticket), and `nothing`.
 */
export function bearingOf(
  { type, fieldId }: Happened,
  fields: ReadonlySet<string>,
): 'membership' | 'place' | 'nothing' {
  if (EVERYTHING.includes(type)) return 'membership';
  const changed = [
    ...ALWAYS,
    ...(CHANGED[type] ?? []),
    ...(type.startsWith('sla.') ? DUE : []),
    ...(type.startsWith('promise.') ? PROMISED : []),
    ...(fieldId ? [ticketFieldName(fieldId)] : []),
  ];
  if (changed.some((field) => fields.has(field))) return 'membership';
  return MOVES.includes(type) ? 'place' : 'nothing';
}

const MOVES = [
  'ticket.created',
  'ticket.assigned',
  'ticket.routed',
  'ticket.returned',
  'ticket.team_changed',
];
