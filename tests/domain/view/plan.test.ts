import { describe, expect, test } from 'vitest';
import type { ViewComparison, ViewCondition } from '@/domain/condition/view-fields';
import { activeOf, wideParts } from '@/domain/view/plan';

const is = (field: string, operator: string, ...values: string[]): ViewComparison =>
  ({ field, operator, values }) as ViewComparison;
const open = is('status', 'is_any_of', 'new', 'open');
const kettle = is('subject', 'contains', 'kettle');
const own = `ticket.01900000-0000-7000-8000-000000000001`;

describe('what an index narrows', () => {
  test.each<[string, ViewCondition, boolean]>([
    ['open work', open, true],
    ['closed tickets', is('status', 'is_any_of', 'closed'), false],
    ['all but closed ones', is('status', 'is_none_of', 'closed'), true],
    ['all but open ones', is('status', 'is_none_of', 'open'), false],
    ['a person', is('assigneeId', 'is_any_of', 'me'), true],
    ['everybody else', is('assigneeId', 'is_none_of', 'me'), false],
    ['a tag', is('tagIds', 'has_any_of', 'x'), true],
    ['no tag', is('tagIds', 'is_empty'), false],
    ['words', kettle, false],
    ['words in open work', { all: [open, kettle] }, true],
    ['words or open work', { any: [open, kettle] }, false],
    ['not closed', { not: is('status', 'is_any_of', 'closed') }, true],
    [
      'neither closed nor spam',
      { not: { any: [is('status', 'is_any_of', 'closed'), is('spam', 'is_true')] } },
      true,
    ],
    ['not both', { not: { all: [is('status', 'is_any_of', 'closed'), kettle] } }, false],
    ['the last month', is('createdOn', 'within', 'last_month'), true],
    ['before today', is('createdOn', 'within', 'earlier'), false],
    ['due some day', is('dueOn', 'is_set'), true],
    ['a day', is('sinceSolved', 'elapsed_less_than', '1440'), true],
    ['a year', is('sinceSolved', 'elapsed_less_than', '525600'), false],
    ['an option of one’s own', is(own, 'is_any_of', 'red'), true],
    ['words of one’s own', is(own, 'contains', 'red'), false],
    ['days of one’s own', is(own, 'within', 'today'), true],
    ['nothing at all', { any: [] }, true],
    ['everything', { all: [] }, false],
  ])('%s', (_, condition, isNarrow) => {
    expect(wideParts(condition).length === 0).toBe(isNarrow);
  });
});

test('names the parts that make a view wide', () => {
  expect(wideParts({ any: [open, kettle, { all: [kettle, is('spam', 'is_true')] }] })).toEqual([
    kettle,
    { all: [kettle, is('spam', 'is_true')] },
  ]);
  expect(wideParts({ not: open })).toEqual([{ not: open }]);
  expect(wideParts(null)).toEqual([{ all: [] }]);
});

test('knows whether a condition holds open work, finished work, or both', () => {
  expect(activeOf(open)).toBe(true);
  expect(activeOf({ all: [kettle, open] })).toBe(true);
  expect(activeOf(is('status', 'is_any_of', 'solved', 'closed'))).toBe(false);
  expect(activeOf({ not: is('status', 'is_any_of', 'solved', 'closed') })).toBe(true);
  expect(activeOf({ any: [open, kettle] })).toBeNull();
  expect(activeOf(is('overdue', 'is_true'))).toBe(true);
  expect(activeOf({ not: is('overdue', 'is_true') })).toBeNull();
});
