import type { ConditionFacts, FieldName, Operator } from './fields';

/** A condition tree: all, any or none of its parts, or one comparison. */
export type ConditionTree<Leaf> =
  | Readonly<{ all: readonly ConditionTree<Leaf>[] }>
  | Readonly<{ any: readonly ConditionTree<Leaf>[] }>
  | Readonly<{ not: ConditionTree<Leaf> }>
  | Leaf;

export type Condition = ConditionTree<Comparison>;

export type Comparison = Readonly<{
  field: FieldName;
  operator: Operator;
  values?: readonly string[] | undefined;
}>;

/** True when the facts meet the condition; an empty `all` is met, an empty `any` is not. */
export function isMet(condition: Condition, facts: ConditionFacts): boolean {
  if ('all' in condition) return condition.all.every((part) => isMet(part, facts));
  if ('any' in condition) return condition.any.some((part) => isMet(part, facts));
  if ('not' in condition) return !isMet(condition.not, facts);
  return compare(condition, facts[condition.field]);
}

type Value = ConditionFacts[FieldName];
type Compare = (value: Value, wanted: readonly string[]) => boolean;

const one = (value: Value) => (typeof value === 'string' ? [value] : []);
const many = (value: Value): readonly string[] => (Array.isArray(value) ? value : one(value));
const isEmpty = (value: Value) => value === '' || many(value).length === 0;
const includesText = (value: Value, wanted: readonly string[]) =>
  wanted.some((part) =>
    String(value ?? '')
      .toLowerCase()
      .includes(part.toLowerCase()),
  );

const COMPARE: Readonly<Record<Operator, Compare>> = {
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
  is_false: (value) => value === false,
};

const compare = ({ operator, values = [] }: Comparison, value: Value) => meets(operator, value, values);

/** True when one value stands to the wanted ones as the operator says; an empty text counts as none. */
export const meets = (operator: Operator, value: Value, wanted: readonly string[]): boolean =>
  COMPARE[operator](value, wanted);
