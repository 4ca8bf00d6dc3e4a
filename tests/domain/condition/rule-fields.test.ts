import { expect, test } from 'vitest';
import { isElapsed, ruleNeedsNoValue, ruleOperatorsOf, takesNumber } from '@/domain/condition/rule-fields';

test('a trigger asks for old and new values of what changes, a rule on time for neither', () => {
  expect(ruleOperatorsOf('status', 'trigger')).toContain('changed_from');
  expect(ruleOperatorsOf('status', 'automation')).not.toContain('changed_from');
  expect(ruleOperatorsOf('tagIds', 'trigger')).toContain('added');
  expect(ruleOperatorsOf('channel', 'trigger')).not.toContain('changed');
});

test('what only an event tells cannot be asked by a rule on time', () => {
  expect(ruleOperatorsOf('messageText', 'trigger')).toContain('contains');
  expect(ruleOperatorsOf('messageText', 'automation')).toEqual([]);
});

test('times and counts take one number, questions without a value take none', () => {
  expect(takesNumber('open_elapsed_at_least')).toBe(true);
  expect(takesNumber('at_least')).toBe(true);
  expect(isElapsed('at_least')).toBe(false);
  expect(ruleNeedsNoValue('changed')).toBe(true);
  expect(ruleNeedsNoValue('changed_to')).toBe(false);
});
