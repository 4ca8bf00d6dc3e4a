import type { FieldValue } from '@/domain/field/field';
import type { ConditionFacts, FieldName, Operator } from './fields';
import { isTicketField, type OwnOperator, ownValue, type TicketFieldName } from './own-fields';

/** A condition tree: all, any or none of its parts, or one comparison. */
export type ConditionTree<Leaf> =
  | Readonly<{ all: readonly ConditionTree<Leaf>[] }>
  | Readonly<{ any: readonly ConditionTree<Leaf>[] }>
  | Readonly<{ not: ConditionTree<Leaf> }>
  | Leaf;

export type Condition = ConditionTree<Comparison>;

export type Comparison = Readonly<{
  field: FieldName | TicketFieldName;
  operator: Operator | OwnOperator;
  values?: readonly string[] | undefined;
}>;

/** True when the facts meet the condition; an empty `all` is met, an empty `any` is not. */
export function isMet(condition: Condition, facts: ConditionFacts): boolean {
  if ('all' in condition) return condition.all.every((part) => isMet(part, facts));
  if ('any' in condition) return condition.any.some((part) => isMet(part, facts));
  if ('not' in condition) return !isMet(condition.not, facts);
  const { field } = condition;
  return compare(condition, isTicketField(field) ? ownValue(facts.own, field) : facts[field]);
}

type Value = ConditionFacts[FieldName] | FieldValue;
type Compare = (value: Value, wanted: readonly string[]) => boolean;

const one = (value: Value) => (typeof value === 'string' ? [value] : []);
const many = (value: Value): readonly string[] => (Array.isArray(value) ? value : one(value));
const isEmpty = (value: Value) => value === '' || (typeof value !== 'number' && many(value).length === 0);
const isDay = (value: Value): value is string => typeof value === 'string' && value !== '';
const includesText = (value: Value, wanted: readonly string[]) =>
  wanted.some((part) =>
    String(value ?? '')
      .toLowerCase()
      .includes(part.toLowerCase()),
  );

const COMPARE: Readonly<Record<Operator | OwnOperator, Compare>> = {
  is_any_of: (value, wanted) => one(value).some((each) => wanted.includes(each)),
  is_none_of: (value, wanted) => !one(value).some((each) => wanted.includes(each)),
  has_any_of: (value, wanted) => many(value).some((each) => wanted.includes(each)),
  has_all_of: (value, wanted) => wanted.every((each) => many(value).includes(each)),
  has_none_of: (value, wanted) => !many(value).some((each) => wanted.includes(each)),
  is_empty: isEmpty,
  is_set: (value) => !isEmpty(value),
  contains: includesText,
  contains_not: (value, wanted) => !includesText(value, wanted),
  is_true: (value) => value === true,
  is_false: (value) => value !== true,
  at_least: (value, [least]) => typeof value === 'number' && value >= Number(least),
  less_than: (value, [limit]) => typeof value === 'number' && value < Number(limit),
  date_from: (value, [day = '']) => isDay(value) && value >= day,
  date_before: (value, [day = '']) => isDay(value) && value < day,
};

const compare = ({ operator, values = [] }: Comparison, value: Value) => meets(operator, value, values);

/** True when one value stands to the wanted ones as the operator says; an empty text counts as none. */
export const meets = (operator: Operator | OwnOperator, value: Value, wanted: readonly string[]): boolean =>
  COMPARE[operator](value, wanted);
