import { expect, test } from 'vitest';
import { RULE_FIELDS } from '@/domain/condition/rule-fields';
import {
  FORM_FIELDS,
  SEGMENT_FIELDS,
  type SegmentFieldName,
  segmentOperatorsOf,
} from '@/domain/condition/segment';

test('each field of segments has comparisons, of time only those that need no business hours', () => {
  const fields = Object.keys(SEGMENT_FIELDS) as SegmentFieldName[];
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
