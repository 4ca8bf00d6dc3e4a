import { expect, test } from 'vitest';
import { CONDITION_FIELDS, type ConditionField, needsNoValue, OPERATORS } from '@/domain/condition/fields';

test('each choice offers values, and nothing else does', () => {
  const fields: readonly (readonly [string, ConditionField])[] = Object.entries(CONDITION_FIELDS);
  for (const [name, { kind, values }] of fields) {
    expect([name, values !== undefined]).toEqual([name, kind === 'choice']);
  }
});

test('whether something is there is asked without a value, everything else with one', () => {
  const all = [...new Set(Object.values(OPERATORS).flat())];
  expect(all.filter(needsNoValue)).toEqual(['is_empty', 'is_set', 'is_true', 'is_false']);
});
