import type { RuleCondition } from '@/domain/condition/explain';
import { type RuleOperator, ruleNeedsNoValue } from '@/domain/condition/rule-fields';
import type { FormCondition, FormFieldName } from '@/domain/condition/segment';
import type { ConditionTable } from './condition-table';
import { newKey } from './new-key';

export type ComparisonDraft = Readonly<{
  key: string;
  field: FormFieldName;
  operator: RuleOperator;
  values: readonly string[];
}>;

export type GroupMode = 'all' | 'any' | 'none';
export type GroupDraft = Readonly<{ key: string; mode: GroupMode; parts: readonly PartDraft[] }>;
export type PartDraft = ComparisonDraft | GroupDraft;

export const isGroup = (part: PartDraft): part is GroupDraft => 'parts' in part;

/** The form's group of a condition tree; one comparison alone becomes a group of one. */
export function groupDraft(condition: FormCondition | null): GroupDraft {
  if (condition === null) return { key: newKey(), mode: 'all', parts: [] };
  const part = partDraft(condition);
  return isGroup(part) ? part : { key: newKey(), mode: 'all', parts: [part] };
}

function partDraft(condition: FormCondition): PartDraft {
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
export const conditionOf = (group: GroupDraft): RuleCondition | null =>
  formConditionOf(group) as RuleCondition | null;

/** The same for forms of any table of fields. */
export function formConditionOf(group: GroupDraft): FormCondition | null {
  return group.parts.length === 0 ? null : partOf(group);
}

function partOf(part: PartDraft): FormCondition {
  if (!isGroup(part)) return comparisonOf(part);
  const parts = part.parts.map(partOf);
  if (part.mode === 'all') return { all: parts };
  if (part.mode === 'any') return { any: parts };
  const [only, ...more] = parts;
  return only && more.length === 0 ? { not: only } : { not: { any: parts } };
}

function comparisonOf({ field, operator, values }: ComparisonDraft): FormCondition {
  return ruleNeedsNoValue(operator) ? { field, operator } : { field, operator, values: [...values] };
}

/** A new comparison, on the field that is asked for most. */
export const newComparison = ({ first, operatorsOf }: ConditionTable): ComparisonDraft => ({
  key: newKey(),
  field: first,
  operator: operatorsOf(first)[0] ?? 'is_any_of',
  values: [],
});

/** The same comparison on another field: the comparison stays where that field knows it, the values do not. */
export function onField(
  before: ComparisonDraft,
  field: FormFieldName,
  { operatorsOf }: ConditionTable,
): ComparisonDraft {
  const known = operatorsOf(field);
  const operator = known.includes(before.operator) ? before.operator : known[0];
  return { ...before, field, operator: operator ?? before.operator, values: [] };
}

/** The keys of comparisons without a value and of groups without a part. */
export function wrongInGroup(group: GroupDraft): string[] {
  return group.parts.flatMap((part) => {
    if (isGroup(part)) return part.parts.length === 0 ? [part.key] : wrongInGroup(part);
    return ruleNeedsNoValue(part.operator) || part.values.length > 0 ? [] : [part.key];
  });
}
