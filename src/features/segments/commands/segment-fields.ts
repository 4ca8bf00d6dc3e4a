import { z } from 'zod';
import {
  isDateOperator,
  type RuleOperator,
  ruleNeedsNoValue,
  takesNumber,
} from '@/domain/condition/rule-fields';
import {
  FORM_FIELDS,
  isOwnField,
  SEGMENT_FIELDS,
  type SegmentComparison,
  type SegmentCondition,
  segmentOperatorsOf,
} from '@/domain/condition/segment';
import { CUSTOMER_COLUMNS, CUSTOMER_SORTS } from '../columns';

const DEPTH_LIMIT = 5;
const PARTS_LIMIT = 50;
type Listed = keyof typeof SEGMENT_FIELDS;
const FIELDS = Object.keys(SEGMENT_FIELDS) as [Listed, ...Listed[]];

const comparison = z
  .strictObject({
    field: z.union([
      z.enum(FIELDS),
      z
        .string()
        .refine(isOwnField)
        .meta({ description: '`customer.` or `organization.` and the id of an own field.' }),
    ]),
    operator: z.string(),
    values: z.array(z.string().min(1).max(200)).max(PARTS_LIMIT).optional(),
  })
  .refine((given) => isComplete(given as SegmentComparison)) as unknown as z.ZodType<SegmentComparison>;

function isComplete({ field, operator, values = [] }: SegmentComparison): boolean {
  if (isOwnField(field)) return isCompleteOwn(operator, values);
  if (!Object.hasOwn(SEGMENT_FIELDS, field) || !segmentOperatorsOf(field).includes(operator)) return false;
  if (ruleNeedsNoValue(operator)) return true;
  if (takesNumber(operator)) return values.length === 1 && /^\d{1,7}$/.test(values[0] ?? '');
  const known = FORM_FIELDS[field].values;
  return values.length > 0 && (!known || values.every((value) => known.includes(value)));
}

/** What can be said without knowing the field; what kind it is of is asked when the segment is saved. */
function isCompleteOwn(operator: RuleOperator, values: readonly string[]): boolean {
  const [value = ''] = values;
  if (ruleNeedsNoValue(operator)) return true;
  if (takesNumber(operator)) return values.length === 1 && /^-?\d{1,15}(\.\d{1,10})?$/.test(value);
  if (isDateOperator(operator)) return values.length === 1 && z.iso.date().safeParse(value).success;
  return values.length > 0;
}

function tree(depth: number): z.ZodType<SegmentCondition> {
  if (depth === 0) return comparison;
  const part = z.lazy(() => tree(depth - 1));
  const parts = z.array(part).max(PARTS_LIMIT);
  return z.union([
    comparison,
    z.strictObject({ all: parts }),
    z.strictObject({ any: parts }),
    z.strictObject({ not: part }),
  ]);
}

/** A condition over customers of at most five levels. */
export const segmentCondition = tree(DEPTH_LIMIT);

export const segmentFields = z.object({
  name: z.string().trim().min(1).max(100),
  conditions: segmentCondition.nullable().default(null),
  columns: z
    .array(z.enum(CUSTOMER_COLUMNS))
    .max(CUSTOMER_COLUMNS.length)
    .default([...CUSTOMER_COLUMNS]),
  sort: z.enum(CUSTOMER_SORTS).default('newest'),
});
