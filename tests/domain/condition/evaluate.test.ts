import { describe, expect, test } from 'vitest';
import { type Comparison, type Condition, isMet } from '@/domain/condition/evaluate';
import type { ConditionFacts } from '@/domain/condition/fields';

const FACTS: ConditionFacts = {
  status: 'open',
  priority: 'high',
  type: 'question',
  channel: 'email',
  channelAccountId: null,
  language: 'hu',
  assigneeId: null,
  teamId: 'billing',
  requesterId: 'anna',
  organizationId: null,
  tierId: null,
  tagIds: ['vip', 'late'],
  subject: 'Broken Kettle',
  spam: false,
  own: {},
};

const met = (condition: Condition) => isMet(condition, FACTS);
const yes: Condition = { field: 'spam', operator: 'is_false' };
const no: Condition = { field: 'spam', operator: 'is_true' };

describe('groups', () => {
  test('all of nothing is met, any of nothing is not', () => {
    expect(met({ all: [] })).toBe(true);
    expect(met({ any: [] })).toBe(false);
  });

  test('all, any and not mean what they say, within each other too', () => {
    expect(met({ all: [yes, no] })).toBe(false);
    expect(met({ any: [yes, no] })).toBe(true);
    expect(met({ not: { all: [yes, { any: [no, { not: yes }] }] } })).toBe(true);
  });
});

test.each<[Comparison, boolean]>([
  [{ field: 'priority', operator: 'is_any_of', values: ['high', 'urgent'] }, true],
  [{ field: 'priority', operator: 'is_any_of', values: ['low'] }, false],
  [{ field: 'priority', operator: 'is_none_of', values: ['low'] }, true],
  [{ field: 'assigneeId', operator: 'is_any_of', values: ['anna'] }, false],
  [{ field: 'assigneeId', operator: 'is_none_of', values: ['anna'] }, true],
  [{ field: 'assigneeId', operator: 'is_empty' }, true],
  [{ field: 'teamId', operator: 'is_empty' }, false],
  [{ field: 'teamId', operator: 'is_set' }, true],
  [{ field: 'tagIds', operator: 'has_any_of', values: ['new', 'vip'] }, true],
  [{ field: 'tagIds', operator: 'has_all_of', values: ['late', 'vip'] }, true],
  [{ field: 'tagIds', operator: 'has_all_of', values: ['new', 'vip'] }, false],
  [{ field: 'tagIds', operator: 'has_none_of', values: ['new'] }, true],
  [{ field: 'tagIds', operator: 'is_set' }, true],
  [{ field: 'subject', operator: 'contains', values: ['kettle'] }, true],
  [{ field: 'subject', operator: 'contains_not', values: ['teapot', 'KETTLE'] }, false],
  [{ field: 'spam', operator: 'is_false' }, true],
])('%j is %s', (comparison, expected) => {
  expect(met(comparison)).toBe(expected);
});
