import type { Comparison, Condition } from '@/domain/condition/evaluate';
import {
  CONDITION_FIELDS,
  type FieldName,
  needsNoValue,
  OPERATORS,
  type Operator,
} from '@/domain/condition/fields';
import { newKey } from './new-key';

export type ComparisonDraft = Readonly<{
  key: string;
  field: FieldName;
  operator: Operator;
  values: readonly string[];
}>;

export type GroupMode = 'all' | 'any' | 'none';
export type GroupDraft = Readonly<{ key: string; mode: GroupMode; parts: readonly PartDraft[] }>;
export type PartDraft = ComparisonDraft | GroupDraft;

/** The fields in the order in which the form offers them. */
export const FIELD_NAMES = Object.keys(CONDITION_FIELDS) as readonly FieldName[];

export const isGroup = (part: PartDraft): part is GroupDraft => 'parts' in part;

/** The form's group of a condition tree; one comparison alone becomes a group of one. */
export function groupDraft(condition: Condition | null): GroupDraft {
  if (condition === null) return { key: newKey(), mode: 'all', parts: [] };
  const part = partDraft(condition);
  return isGroup(part) ? part : { key: newKey(), mode: 'all', parts: [part] };
}

function partDraft(condition: Condition): PartDraft {
  if ('all' in condition) return { key: newKey(), mode: 'all', parts: condition.all.map(partDraft) };
  if ('any' in condition) return { key: newKey(), mode: 'any', parts: condition.any.map(partDraft) };
  if ('not' in condition) {
    const parts = 'any' in condition.not ? condition.not.any : [condition.not];
    return { key: newKey(), mode: 'none', parts: parts.map(partDraft) };
  }
  const { field, operator, values = [] } = condition;
  return { key: newKey(), field, operator, values };
}

/** The condition tree of a form's group; null for an empty one, which every ticket meets. */
export function conditionOf(group: GroupDraft): Condition | null {
  return group.parts.length === 0 ? null : partOf(group);
}

function partOf(part: PartDraft): Condition {
  if (!isGroup(part)) return comparisonOf(part);
  const parts = part.parts.map(partOf);
  if (part.mode === 'all') return { all: parts };
  if (part.mode === 'any') return { any: parts };
  const [only, ...more] = parts;
  return only && more.length === 0 ? { not: only } : { not: { any: parts } };
}

function comparisonOf({ field, operator, values }: ComparisonDraft): Comparison {
  return needsNoValue(operator) ? { field, operator } : { field, operator, values: [...values] };
}

/** A new comparison, on the field that is asked for most. */
export const newComparison = (): ComparisonDraft => ({
  key: newKey(),
  field: 'priority',
  operator: 'is_any_of',
  values: [],
});

/** The same comparison on another field: the comparison stays where that field knows it, the values do not. */
export function onField(before: ComparisonDraft, field: FieldName): ComparisonDraft {
  const known: readonly Operator[] = OPERATORS[CONDITION_FIELDS[field].kind];
  const operator = known.includes(before.operator) ? before.operator : known[0];
  return { ...before, field, operator: operator ?? before.operator, values: [] };
}

/** The keys of comparisons without a value and of groups without a part. */
export function wrongInGroup(group: GroupDraft): string[] {
  return group.parts.flatMap((part) => {
    if (isGroup(part)) return part.parts.length === 0 ? [part.key] : wrongInGroup(part);
    return needsNoValue(part.operator) || part.values.length > 0 ? [] : [part.key];
  });
}
