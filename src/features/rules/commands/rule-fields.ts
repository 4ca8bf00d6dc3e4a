import { z } from 'zod';
import { comparisonsIn, type RuleComparison, type RuleCondition } from '@/domain/condition/explain';
import { isTicketField, OWN_OPERATORS } from '@/domain/condition/own-fields';
import {
  isElapsed,
  RULE_FIELDS,
  type RuleField,
  type RuleFieldName,
  type RuleOperator,
  ruleNeedsNoValue,
  ruleOperatorsOf,
  takesNumber,
} from '@/domain/condition/rule-fields';
import { RULE_EVENTS, RULE_KINDS, type RuleKind, type RuleTerms } from '@/domain/rule/rule';
import { actionsInput } from './action-input';

const DEPTH_LIMIT = 5;
const PARTS_LIMIT = 50;
const FIELDS = Object.keys(RULE_FIELDS) as [RuleFieldName, ...RuleFieldName[]];

/** Ten years in minutes: what a rule may wait for, and more times than anything happens to one ticket. */
const MOST = 5_256_000;
const wholeNumber = (value: string | undefined) => /^\d{1,7}$/.test(value ?? '') && Number(value) <= MOST;

/** One of the workspace's own fields; that there is one, and that it can be asked so, is looked at when it is saved. */
const ownField = z
  .templateLiteral(['ticket.', z.uuid()])
  .meta({ description: '`ticket.` and the id of a field of your own.' });

function comparison(kind: RuleKind): z.ZodType<RuleComparison> {
  return z
    .strictObject({
      field: z.union([z.enum(FIELDS), ownField]),
      operator: z.string(),
      values: z.array(z.string().min(1).max(200)).max(PARTS_LIMIT).optional(),
    })
    .superRefine(({ field, operator, values }, found) => {
      const problem = wrongIn({ field, operator, values } as RuleComparison, kind);
      if (problem) found.addIssue({ code: 'custom', path: [problem.at], message: problem.says });
    }) as unknown as z.ZodType<RuleComparison>;
}

/** What is wrong with a comparison; null when nothing is. */
function wrongIn({ field, ...comparison }: RuleComparison, kind: RuleKind) {
  return isTicketField(field)
    ? wrongInOwn(comparison.operator, kind)
    : wrongInKnown({ field, ...comparison }, kind);
}

type Known = Omit<RuleComparison, 'field'> & Readonly<{ field: RuleFieldName }>;

function wrongInKnown({ field, operator, values = [] }: Known, kind: RuleKind) {
  const allowed = ruleOperatorsOf(field, kind);
  if (!allowed.includes(operator)) {
    const says = `"${field}" cannot be compared by "${operator}" in this kind of rule; it can by ${allowed.join(', ') || 'nothing'}`;
    return { at: 'operator', says };
  }
  if (ruleNeedsNoValue(operator)) return null;
  if (values.length === 0) return { at: 'values', says: 'a value is missing' };
  if (takesNumber(operator)) {
    return wholeNumber(values[0]) && values.length === 1
      ? null
      : { at: 'values', says: 'one whole number is wanted' };
  }
  const known = (RULE_FIELDS[field] as RuleField).values;
  const unknown = known && values.find((value) => !known.includes(value));
  return unknown ? { at: 'values', says: `"${unknown}" is none of ${known.join(', ')}` } : null;
}

const OWN: readonly RuleOperator[] = Object.values(OWN_OPERATORS).flat();
const OWN_CHANGES: readonly RuleOperator[] = ['changed', 'changed_to', 'changed_from'];

function wrongInOwn(operator: RuleOperator, kind: RuleKind) {
  const allowed = kind === 'trigger' ? [...OWN, ...OWN_CHANGES] : OWN;
  return allowed.includes(operator)
    ? null
    : { at: 'operator', says: `a field of your own cannot be compared by "${operator}"` };
}

function tree(kind: RuleKind, depth: number): z.ZodType<RuleCondition> {
  const leaf = comparison(kind);
  if (depth === 0) return leaf;
  const part = z.lazy(() => tree(kind, depth - 1));
  const parts = z.array(part).max(PARTS_LIMIT);
  return z.union([
    leaf,
    z.strictObject({ all: parts }),
    z.strictObject({ any: parts }),
    z.strictObject({ not: part }),
  ]);
}

/** A condition tree of at most five levels over the fields that this kind of rule may ask for. */
const ruleConditionInput = {
  trigger: tree('trigger', DEPTH_LIMIT),
  automation: tree('automation', DEPTH_LIMIT),
} as const;

/** The fields of a rule as forms, imports and programs give it. `checkRule` looks at them together. */
export const ruleShape = {
  kind: z.enum(RULE_KINDS),
  name: z.string().trim().min(1).max(100),
  events: z.array(z.enum(RULE_EVENTS)).max(RULE_EVENTS.length).default([]),
  conditions: z.looseObject({}).nullable().default(null) as unknown as z.ZodDefault<
    z.ZodType<RuleCondition | null>
  >,
  actions: actionsInput('rule').min(1),
  calendarId: z.uuid().nullable().default(null),
  hourlyLimit: z.int().min(1).max(100_000).default(1000),
} as const;

/** What is wrong with a rule as a whole: its conditions, and whether anything would ever wake it. */
export function checkRule(
  { kind, events, conditions }: Pick<RuleTerms, 'kind' | 'events' | 'conditions'>,
  found: z.core.$RefinementCtx,
): void {
  if (kind === 'trigger' && events.length === 0) {
    found.addIssue({ code: 'custom', path: ['events'], message: 'a trigger needs an event that wakes it' });
  }
  const read = conditions === null ? null : ruleConditionInput[kind].safeParse(conditions);
  for (const { path, message } of read?.success === false ? deepest(read.error.issues) : []) {
    found.addIssue({ code: 'custom', path: ['conditions', ...path], message });
  }
  if (kind === 'automation' && read?.success !== false && !asksForTime(conditions)) {
    const message = 'a rule on time needs a condition on the time that has passed';
    found.addIssue({ code: 'custom', path: ['conditions'], message });
  }
}

/** A rule without where it stands in order. */
export const ruleTerms = z.object(ruleShape).superRefine(checkRule);

const asksForTime = (conditions: RuleCondition | null) =>
  conditions !== null && comparisonsIn(conditions).some(({ operator }) => isElapsed(operator));

/** Of the ways in which a part could have been meant, the one that came furthest. */
function deepest(issues: readonly z.core.$ZodIssue[]): Readonly<{ path: PropertyKey[]; message: string }>[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [{ path: issue.path, message: issue.message }];
    const ways = issue.errors.map((way) =>
      deepest(way).map(({ path, message }) => ({ path: [...issue.path, ...path], message })),
    );
    const furthest = ways.toSorted((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0));
    return furthest[0]?.slice(0, 1) ?? [{ path: issue.path, message: issue.message }];
  });
}
