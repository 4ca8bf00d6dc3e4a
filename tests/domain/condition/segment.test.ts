import { expect, test } from 'vitest';
import { RULE_FIELDS } from '@/domain/condition/rule-fields';
import {
  comparisonsOf,
  FORM_FIELDS,
  isOwnField,
  ownFieldOf,
  ownOperatorsOf,
  SEGMENT_FIELDS,
  segmentOperatorsOf,
} from '@/domain/condition/segment';

test('each field of segments has comparisons, of time only those that need no business hours', () => {
  const fields = Object.keys(SEGMENT_FIELDS) as (keyof typeof SEGMENT_FIELDS)[];
  expect(fields.every((field) => segmentOperatorsOf(field).length > 1)).toBe(true);
  expect(segmentOperatorsOf('sinceLastContact')).toEqual([
    'elapsed_at_least',
    'elapsed_less_than',
    'is_empty',
    'is_set',
  ]);
  expect(segmentOperatorsOf('identityKinds')).toContain('has_all_of');
});

test('what rules know too means the same, and the form knows the fields of both', () => {
  expect(SEGMENT_FIELDS.tierId).toBe(RULE_FIELDS.tierId);
  expect(Object.keys(FORM_FIELDS)).toEqual(
    expect.arrayContaining([...Object.keys(RULE_FIELDS), ...Object.keys(SEGMENT_FIELDS)]),
  );
});

test('own fields are named by whose they are, and are asked what fits their kind', () => {
  const id = '01900000-0000-7000-8000-000000000001';
  expect(ownFieldOf(`organization.${id}`)).toEqual({ owner: 'organization', fieldId: id });
  expect(ownFieldOf(`customer.${id}`)).toEqual({ owner: 'customer', fieldId: id });
  expect([`team.${id}`, 'customer.x', 'customerName', `customer.${id}'`].filter(isOwnField)).toEqual([]);
  expect(ownOperatorsOf('number')).toEqual(['at_least', 'less_than', 'is_empty', 'is_set']);
  expect(ownOperatorsOf('date')).toEqual(['date_from', 'date_before', 'is_empty', 'is_set']);
  expect(ownOperatorsOf('multi_choice')).toContain('has_all_of');
});

test('all comparisons of a tree are found, however deep', () => {
  const leaf = { field: 'blocked', operator: 'is_true' } as const;
  expect(comparisonsOf({ all: [leaf, { any: [{ not: leaf }] }] })).toEqual([leaf, leaf]);
});
