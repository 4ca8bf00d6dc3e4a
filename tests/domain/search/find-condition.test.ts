import { expect, test } from 'vitest';
import { conditionOfTerm, extrasOf } from '@/domain/search/find-condition';
import { readFind } from '@/domain/search/find-query';

const conditionOf = (typed: string, ids: readonly string[] = []) => {
  const [term] = readFind(typed, '2026-03-04').terms;
  if (!term) throw new Error(`${typed} is no condition`);
  return conditionOfTerm(term, ids);
};
const created = (operator: string, day: string) => ({ field: 'createdOn', operator, values: [day] });

test.each([
  ['status:open', { field: 'status', operator: 'is_any_of', values: ['open'] }],
  ['assignee:me', { field: 'assigneeId', operator: 'is_any_of', values: ['me'] }],
  ['assignee:none', { field: 'assigneeId', operator: 'is_empty' }],
  ['team:mine', { field: 'teamId', operator: 'is_any_of', values: ['my_teams'] }],
  ['subject:kettle', { field: 'subject', operator: 'contains', values: ['kettle'] }],
  ['is:late', { field: 'overdue', operator: 'is_true' }],
  ['is:snoozed', { field: 'snoozedUntil', operator: 'is_set' }],
  ['before:2026-10', { all: [created('date_before', '2026-10-01')] }],
  ['after:2026-02', { all: [created('date_from', '2026-02-01')] }],
  ['created:2026-02', { all: [created('date_from', '2026-02-01'), created('date_before', '2026-03-01')] }],
])('%s becomes a condition of views', (typed, expected) => expect(conditionOf(typed)).toEqual(expected));

test('names become the rows that they mean, and "none" stands beside them', () => {
  expect(conditionOf('tag:vip', ['t1'])).toEqual({ field: 'tagIds', operator: 'has_any_of', values: ['t1'] });
  expect(conditionOf('team:none,sales', ['s1'])).toEqual({
    any: [
      { field: 'teamId', operator: 'is_empty' },
      { field: 'teamId', operator: 'is_any_of', values: ['s1'] },
    ],
  });
});

test('what views do not know is told apart', () => {
  const [term] = readFind('is:unread,late', '2026-03-04').terms;
  expect(term && extrasOf(term)).toEqual(['unread']);
  expect(term && conditionOfTerm(term, [])).toEqual({ field: 'overdue', operator: 'is_true' });
});
