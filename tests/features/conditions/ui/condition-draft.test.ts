import { expect, test } from 'vitest';
import type { RuleCondition } from '@/domain/condition/explain';
import {
  conditionOf,
  groupDraft,
  newComparison,
  onField,
  wrongInGroup,
} from '@/features/conditions/ui/condition-draft';
import { RULE_TABLES, TICKET_TABLE } from '@/features/conditions/ui/condition-table';

const urgent: RuleCondition = { field: 'priority', operator: 'is_any_of', values: ['urgent'] };
const spam: RuleCondition = { field: 'spam', operator: 'is_true' };
const set: RuleCondition = { field: 'teamId', operator: 'is_set' };

test.each<{ name: string; condition: RuleCondition }>([
  { name: 'all', condition: { all: [urgent, spam] } },
  { name: 'any within all', condition: { all: [urgent, { any: [spam, set] }] } },
  { name: 'not of one', condition: { not: urgent } },
  { name: 'not of several', condition: { not: { any: [urgent, spam] } } },
  { name: 'not of all', condition: { not: { all: [urgent, spam] } } },
  { name: 'five levels', condition: { all: [{ any: [{ not: { all: [{ any: [urgent] }] } }] }] } },
])('$name comes back from the form as it went in', ({ condition }) => {
  expect(conditionOf(groupDraft(condition))).toEqual(condition);
});

test('one comparison alone becomes a group of one, which means the same', () => {
  expect(conditionOf(groupDraft(urgent))).toEqual({ all: [urgent] });
});

test('no conditions are every ticket', () => {
  expect(conditionOf(groupDraft(null))).toBeNull();
});

test('comparisons without a value and empty groups are named', () => {
  const group = groupDraft({ all: [spam, { any: [] }] });
  const line = newComparison(TICKET_TABLE);
  expect(wrongInGroup({ ...group, parts: [...group.parts, line] })).toEqual([group.parts[1]?.key, line.key]);
});

test('on another field, a comparison stays where that field knows it', () => {
  const line = { ...newComparison(TICKET_TABLE), values: ['urgent'] };
  expect(onField(line, 'teamId', TICKET_TABLE)).toMatchObject({ operator: 'is_any_of', values: [] });
  expect(onField(line, 'tagIds', TICKET_TABLE)).toMatchObject({ operator: 'has_any_of', values: [] });
});

test('rules on time may not ask what just happened, and triggers may', () => {
  expect(RULE_TABLES.trigger.fields).toContain('messageText');
  expect(RULE_TABLES.automation.fields).not.toContain('messageText');
  expect(RULE_TABLES.trigger.operatorsOf('priority')).toContain('changed_to');
  expect(RULE_TABLES.automation.operatorsOf('priority')).not.toContain('changed_to');
});
