import { z } from 'zod';
import { isTicketField } from '@/domain/condition/own-fields';
import { isDateOperator, RULE_FIELDS, ruleNeedsNoValue, takesNumber } from '@/domain/condition/rule-fields';
import {
  isMoment,
  isSpan,
  SPANS,
  VIEW_FIELDS,
  type ViewComparison,
  type ViewCondition,
  type ViewFieldName,
  viewOperatorsOf,
  viewOwnOperatorsOf,
} from '@/domain/condition/view-fields';
import { FIELD_KINDS } from '@/domain/field/field';
import {
  VIEW_AUDIENCES,
  VIEW_COLUMNS,
  VIEW_DENSITIES,
  VIEW_GROUPS,
  VIEW_SORTS,
} from '@/domain/view/saved-view';

const DEPTH_LIMIT = 5;
const PARTS_LIMIT = 50;
const NAMES = VIEW_FIELDS as unknown as [ViewFieldName, ...ViewFieldName[]];

/** Ten years in minutes, and more times than anything happens to one ticket. */
const MOST = 5_256_000;

const ownField = z
  .templateLiteral(['ticket.', z.uuid()])
  .meta({ description: '`ticket.` and the id of a field of your own.' });

const comparison = z
  .strictObject({
    field: z.union([z.enum(NAMES), ownField]),
    operator: z.string(),
    values: z.array(z.string().min(1).max(200)).max(PARTS_LIMIT).optional(),
  })
  .superRefine((given, found) => {
    const problem = wrongIn(given as ViewComparison);
    if (problem) found.addIssue({ code: 'custom', path: [problem.at], message: problem.says });
  }) as unknown as z.ZodType<ViewComparison>;

type Wrong = Readonly<{ at: 'operator' | 'values'; says: string }> | null;
const OWN: readonly string[] = FIELD_KINDS.flatMap(viewOwnOperatorsOf);

/** What is wrong with a comparison, as far as it can be said without the workspace's own fields. */
function wrongIn({ field, operator, values = [] }: ViewComparison): Wrong {
  const allowed: readonly string[] = isTicketField(field) ? OWN : viewOperatorsOf(field);
  if (!allowed.includes(operator)) {
    return { at: 'operator', says: `"${field}" can be compared by ${allowed.join(', ')}` };
  }
  if (operator === 'within') {
    const right = values.length === 1 && isSpan(values[0]);
    return right ? null : { at: 'values', says: `one of ${SPANS.join(', ')} is wanted` };
  }
  return ruleNeedsNoValue(operator) ? null : wrongGiven({ field, operator, values });
}

function wrongGiven({ field, operator, values }: Required<ViewComparison>): Wrong {
  if (values?.length === 0) return { at: 'values', says: 'a value is missing' };
  if (isMoment(field)) return isOneDay(values ?? []) ? null : { at: 'values', says: A_DAY };
  return isTicketField(field) ? null : wrongValues({ field, operator, values: values ?? [] });
}

const A_DAY = 'one day as 2026-03-02 is wanted';

const isOneDay = (values: readonly string[]) =>
  values.length === 1 && z.iso.date().safeParse(values[0]).success;

type Known = Omit<ViewComparison, 'field' | 'values'> &
  Readonly<{ field: keyof typeof RULE_FIELDS; values: readonly string[] }>;

function wrongValues({ field, operator, values }: Known): Wrong {
  if (takesNumber(operator)) {
    const right = values.length === 1 && /^\d{1,7}$/.test(values[0] ?? '') && Number(values[0]) <= MOST;
    return right ? null : { at: 'values', says: 'one whole number is wanted' };
  }
  if (isDateOperator(operator)) return null;
  const known: readonly string[] | undefined =
    'values' in RULE_FIELDS[field] ? (RULE_FIELDS[field] as { values: readonly string[] }).values : undefined;
  const unknown = known && values.find((value) => !known.includes(value));
  return unknown ? { at: 'values', says: `"${unknown}" is none of ${known.join(', ')}` } : null;
}

function tree(depth: number): z.ZodType<ViewCondition> {
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

/** A condition over tickets of at most five levels. */
const viewCondition = tree(DEPTH_LIMIT);

const column = z.union([z.enum(VIEW_COLUMNS), ownField]);

/** How a list is shown, as forms and programs give it. */
export const lookShape = {
  columns: z
    .array(column)
    .max(15)
    .transform((columns) => [...new Set(columns)]),
  sort: z.enum(VIEW_SORTS),
  groupBy: z.enum(VIEW_GROUPS).nullable(),
  density: z.enum(VIEW_DENSITIES).nullable(),
} as const;

/** A view as forms, files and programs give it. */
export const viewShape = {
  name: z.string().trim().min(1).max(80),
  audience: z.enum(VIEW_AUDIENCES),
  /** For `team`. */
  teamId: z.uuid().nullable().default(null),
  conditions: viewCondition.nullable(),
  ...lookShape,
} as const;
