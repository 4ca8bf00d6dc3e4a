import { addOpenTimeBack, type OpenHours } from '@/domain/sla/business-time';
import { type ConditionTree, meets } from './evaluate';
import type { Operator } from './fields';
import { isTicketField, type OwnOperator, ownValue, type TicketFieldName } from './own-fields';
import {
  type ElapsedOperator,
  isElapsed,
  type RuleChanges,
  type RuleFacts,
  type RuleFieldName,
  type RuleOperator,
} from './rule-fields';

/** A field of rules, or one of the workspace's own. */
export type AskedField = RuleFieldName | TicketFieldName;

export type RuleComparison = Readonly<{
  field: AskedField;
  operator: RuleOperator;
  values?: readonly string[] | undefined;
}>;

/** A condition tree over the fields of rules. */
export type RuleCondition = ConditionTree<RuleComparison>;

/** The instant at which a rule is looked at, and the hours by which business time counts; null: all time is open. */
export type RuleClock = Readonly<{ now: Date; hours: OpenHours | null }>;

/** All that a condition is held against. */
export type RuleView = Readonly<{ facts: RuleFacts; changes: RuleChanges; clock: RuleClock }>;

type Value = string | number | boolean | null | readonly string[];

/** A condition with whether each part was met, and what the ticket had there. */
export type Explained =
  | Readonly<{ all: readonly Explained[]; met: boolean }>
  | Readonly<{ any: readonly Explained[]; met: boolean }>
  | Readonly<{ not: Explained; met: boolean }>
  | (RuleComparison & Readonly<{ value: Value; met: boolean }>);

/** Looks at every part of a condition, also where one part decides already; an empty `all` is met, an empty `any` is not. */
export function explain(condition: RuleCondition, view: RuleView): Explained {
  if ('all' in condition) {
    const all = condition.all.map((part) => explain(part, view));
    return { all, met: all.every(({ met }) => met) };
  }
  if ('any' in condition) {
    const any = condition.any.map((part) => explain(part, view));
    return { any, met: any.some(({ met }) => met) };
  }
  if ('not' in condition) {
    const not = explain(condition.not, view);
    return { not, met: !not.met };
  }
  return { ...condition, value: shownValue(condition, view), met: isTrue(condition, view) };
}

/** True when the view meets the condition; stops at the first part that decides. */
export function isMetBy(condition: RuleCondition, view: RuleView): boolean {
  if ('all' in condition) return condition.all.every((part) => isMetBy(part, view));
  if ('any' in condition) return condition.any.some((part) => isMetBy(part, view));
  if ('not' in condition) return !isMetBy(condition.not, view);
  return isTrue(condition, view);
}

function isTrue({ field, operator, values = [] }: RuleComparison, view: RuleView): boolean {
  const value = standingIn(field, view);
  if (isElapsed(operator)) return hasElapsed(operator, { since: value as Date | null, values, view });
  switch (operator) {
    case 'at_least':
      return value !== null && Number(value) >= Number(values[0]);
    case 'less_than':
      return value !== null && Number(value) < Number(values[0]);
    case 'changed':
    case 'changed_to':
    case 'changed_from':
    case 'added':
    case 'removed':
      return hasChanged(operator, { field, values, changes: view.changes });
    case 'is_empty':
    case 'is_set':
      if (value instanceof Date) return operator === 'is_set';
  }
  return meets(operator as Operator | OwnOperator, value as Exclude<typeof value, Date>, values);
}

const standingIn = (field: AskedField, { facts }: RuleView) =>
  isTicketField(field) ? ownValue(facts.own, field) : facts[field];

type Change = Readonly<{ field: AskedField; values: readonly string[]; changes: RuleChanges }>;

function hasChanged(
  operator: 'changed' | 'changed_to' | 'changed_from' | 'added' | 'removed',
  { field, values, changes }: Change,
): boolean {
  if (operator === 'added') return values.some((id) => changes.tagsAdded.includes(id));
  if (operator === 'removed') return values.some((id) => changes.tagsRemoved.includes(id));
  const change = changes.fields[field];
  if (!change) return false;
  if (operator === 'changed') return true;
  const value = operator === 'changed_to' ? change.to : change.from;
  return value !== null && values.includes(value);
}

type Since = Readonly<{ since: Date | null; values: readonly string[]; view: RuleView }>;

function hasElapsed(operator: ElapsedOperator, { since, values, view }: Since): boolean {
  if (since === null) return false;
  const cutoff = cutoffOf(operator, Number(values[0]), view.clock);
  const isOld = cutoff !== null && since <= cutoff;
  return operator.endsWith('at_least') ? isOld : !isOld;
}

const MINUTE = 60_000;

/** The latest instant from which so many minutes have passed by now, of all time or of open hours; null when there is none. */
export function cutoffOf(operator: ElapsedOperator, minutes: number, { now, hours }: RuleClock): Date | null {
  const isOpen = operator.startsWith('open_');
  if (isOpen && hours) return addOpenTimeBack(hours, now, minutes * MINUTE);
  return new Date(now.getTime() - minutes * MINUTE);
}

const LONGEST_VALUE = 200;

function shownValue({ field, operator }: RuleComparison, view: RuleView): Value {
  const { changes, clock } = view;
  if (operator === 'added') return changes.tagsAdded;
  if (operator === 'removed') return changes.tagsRemoved;
  if (operator.startsWith('changed')) {
    const change = changes.fields[field];
    return change ? [change.from ?? '', change.to ?? ''] : null;
  }
  const value = standingIn(field, view);
  // Of time, the minutes that have passed.
  if (value instanceof Date) return Math.floor((clock.now.getTime() - value.getTime()) / MINUTE);
  return typeof value === 'string' ? value.slice(0, LONGEST_VALUE) : value;
}

/** All comparisons of a tree. */
export function comparisonsIn(condition: RuleCondition): RuleComparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  if ('any' in condition) return condition.any.flatMap(comparisonsIn);
  if ('not' in condition) return comparisonsIn(condition.not);
  return [condition];
}
