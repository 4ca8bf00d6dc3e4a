import type { MomentName, ViewComparison, ViewCondition } from '@/domain/condition/view-fields';
import type { FindKey, FindState } from './find-keys';
import type { FindTerm } from './find-query';

/** What can be searched for but not be kept in a view: it is about the reader, or about files. */
export type FindExtra = 'unread' | 'attachment';

const FIELDS: Readonly<Partial<Record<FindKey, ViewComparison['field']>>> = {
  from: 'requesterId',
  to: 'channelAccountId',
  assignee: 'assigneeId',
  team: 'teamId',
  status: 'status',
  tag: 'tagIds',
  priority: 'priority',
  channel: 'channel',
  language: 'language',
  type: 'type',
  organization: 'organizationId',
  subject: 'subject',
};

const MOMENTS: Readonly<Partial<Record<FindKey, MomentName>>> = {
  before: 'createdOn',
  after: 'createdOn',
  created: 'createdOn',
  changed: 'changedOn',
  solved: 'solvedOn',
  due: 'dueOn',
};

const STATES: Readonly<Record<Exclude<FindState, FindExtra>, ViewCondition>> = {
  open: { field: 'status', operator: 'is_any_of', values: ['new', 'open', 'pending', 'on_hold'] },
  late: { field: 'overdue', operator: 'is_true' },
  snoozed: { field: 'snoozedUntil', operator: 'is_set' },
  waiting: { field: 'lastDirection', operator: 'is_any_of', values: ['inbound'] },
  unassigned: { field: 'assigneeId', operator: 'is_empty' },
  mine: { field: 'assigneeId', operator: 'is_any_of', values: ['me'] },
  reopened: { field: 'reopens', operator: 'at_least', values: ['1'] },
  spam: { field: 'spam', operator: 'is_true' },
  tag: { field: 'tagIds', operator: 'is_set' },
  promise: { field: 'promiseState', operator: 'is_set' },
  deadline: { field: 'dueOn', operator: 'is_set' },
};

/**
 * What one part of a search asks, before its minus, as views keep it; `ids` are the rows that its names mean. Null when it asks
 * only for what views do not know (`extrasOf`).
 */
export function conditionOfTerm(term: FindTerm, ids: readonly string[]): ViewCondition | null {
  const parts = partsOf(term, ids);
  const [only] = parts;
  if (!only) return null;
  return parts.length === 1 ? only : { any: parts };
}

function partsOf({ key, known, names, days }: FindTerm, ids: readonly string[]): ViewCondition[] {
  if (days) return [daysCondition(key, days)];
  if (isStateKey(key)) return known.filter(isKept).map((state) => STATES[state]);
  const field = FIELDS[key];
  if (!field) return [];
  if (key === 'subject') return [{ field, operator: 'contains', values: names }];
  const values = [...known.filter((value) => value !== 'none'), ...ids];
  const has = field === 'tagIds' ? 'has_any_of' : 'is_any_of';
  return [
    ...(known.includes('none') ? [{ field, operator: 'is_empty' } as const] : []),
    ...(values.length > 0 ? [{ field, operator: has, values } as const] : []),
  ];
}

const isStateKey = (key: FindKey) => key === 'has' || key === 'is';

const isKept = (state: string): state is keyof typeof STATES => Object.hasOwn(STATES, state);

/** Before a month is before its first day; after a day is from that day on. */
function daysCondition(key: FindKey, { from, until }: NonNullable<FindTerm['days']>): ViewCondition {
  const field = MOMENTS[key] ?? 'createdOn';
  const start = key === 'before' ? null : from;
  const end = { before: from ?? until, after: null }[key as string];
  const last = end === undefined ? until : end;
  return {
    all: [
      ...(start ? [{ field, operator: 'date_from', values: [start] } as const] : []),
      ...(last ? [{ field, operator: 'date_before', values: [last] } as const] : []),
    ],
  };
}

/** What it asks that views do not know. */
export const extrasOf = ({ key, known }: FindTerm): readonly FindExtra[] =>
  isStateKey(key) ? known.filter((state) => state === 'unread' || state === 'attachment') : [];
