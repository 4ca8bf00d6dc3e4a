import type { RuleComparison } from '@/domain/condition/explain';
import { isTicketField, ticketFieldId } from '@/domain/condition/own-fields';
import {
  dayAt,
  isMoment,
  type MomentName,
  type Span,
  spanDays,
  spanRange,
  type ViewComparison,
  type ViewCondition,
  viewComparisons,
} from '@/domain/condition/view-fields';
import { instantOf } from '@/domain/shared/local-time';
import { activeOf } from '@/domain/view/plan';
import { conditionSql } from '@/features/conditions/condition-sql';
import { TICKETS } from '@/features/conditions/ticket-tables';
import { joinSql, type Sql, sql } from '@/server/db/sql';

/** When somebody looks, and where it is which day: days are those of the workspace. */
export type ViewMoment = Readonly<{ now: Date; timeZone: string }>;

/**
 * A view's condition as SQL over `TICKETS`, never null. Personal words must have been given their meaning before, by `forPerson`
 * or `assuming`.
 */
export function viewSql(condition: ViewCondition, at: ViewMoment): Sql {
  if ('all' in condition) return joined(condition.all, { at, by: ' and ', none: sql`true` });
  if ('any' in condition) return joined(condition.any, { at, by: ' or ', none: sql`false` });
  if ('not' in condition) return sql`not ${viewSql(condition.not, at)}`;
  return comparisonSql(condition, at);
}

type Joining = Readonly<{ at: ViewMoment; by: string; none: Sql }>;

function joined(parts: readonly ViewCondition[], { at, by, none }: Joining): Sql {
  if (parts.length === 0) return none;
  return sql`(${joinSql(
    parts.map((part) => viewSql(part, at)),
    by,
  )})`;
}

function comparisonSql(comparison: ViewComparison, at: ViewMoment): Sql {
  const { field, operator, values = [] } = comparison;
  if (isMoment(field)) return momentSql(field, operator, { value: values[0] ?? '', at });
  if (operator === 'within' && isTicketField(field))
    return ownDaySql(ticketFieldId(field), values[0] as Span, at);
  return conditionSql({ ...comparison, field } as RuleComparison, {
    clock: { now: at.now, hours: null },
    event: null,
  });
}

const MOMENTS: Readonly<Record<MomentName, Sql>> = {
  createdOn: sql`t."createdAt"`,
  changedOn: sql`t."touchedAt"`,
  customerWroteOn: sql`t."lastCustomerAt"`,
  repliedOn: sql`t."lastReplyAt"`,
  solvedOn: sql`t."solvedAt"`,
  dueOn: sql`t."nextDueAt"`,
  promisedFor: sql`t."promiseDueAt"`,
  snoozedUntil: sql`t."snoozedUntil"`,
};

function momentSql(
  field: MomentName,
  operator: string,
  { value, at }: Readonly<{ value: string; at: ViewMoment }>,
): Sql {
  const column = MOMENTS[field];
  if (operator === 'is_empty') return sql`(${column} is null)`;
  if (operator === 'is_set') return sql`(${column} is not null)`;
  const { from, until } = boundsOf(operator, value, at);
  return joinedAnd([
    sql`(${column} is not null`,
    ...(from ? [sql`${column} >= ${from}`] : []),
    ...(until ? [sql`${column} < ${until}`] : []),
  ]);
}

/** The instants from which on and before which a moment lies; days begin at midnight in the workspace. */
function boundsOf(operator: string, value: string, { now, timeZone }: ViewMoment) {
  if (operator === 'within') return spanRange(value as Span, now, timeZone);
  const midnight = instantOf(`${value}T00:00`, timeZone);
  return operator === 'date_from' ? { from: midnight, until: null } : { from: null, until: midnight };
}

const joinedAnd = (parts: readonly Sql[]): Sql => sql`${joinSql(parts, ' and ')})`;

function ownDaySql(fieldId: string, span: Span, { now, timeZone }: ViewMoment): Sql {
  const { from, until } = spanDays(span, dayAt(now, timeZone));
  return joinedAnd([
    sql`exists (select 1 from "TicketFieldValue" v where v."workspaceId" = t."workspaceId" and v."ticketId" = t.id
      and v."fieldId" = ${fieldId}::uuid`,
    ...(from ? [sql`v.day >= ${from}::date`] : []),
    ...(until ? [sql`v.day < ${until}::date`] : []),
  ]);
}

const OF_CUSTOMERS = [
  'organizationId',
  'tierId',
  'customerName',
  'customerEmail',
  'customerNote',
  'customerLanguage',
];

/** True when a condition looks at what is known of the customer. */
export const asksForCustomer = (condition: ViewCondition): boolean =>
  viewComparisons(condition).some(({ field }) => OF_CUSTOMERS.includes(field));

/** The tables that a condition is asked of: without the customers where it does not look at them. */
export const tablesFor = (condition: ViewCondition): Sql =>
  asksForCustomer(condition) ? TICKETS : sql`"Ticket" t`;

/** What every ticket of a view meets besides its condition: of the workspace, no signpost, not in the trash, and no spam unless it is asked for. */
export function viewBounds(workspaceId: string, condition: ViewCondition): Sql[] {
  const active = activeOf(condition);
  const asksForSpam = viewComparisons(condition).some(({ field }) => field === 'spam');
  return [
    sql`t."workspaceId" = ${workspaceId}::uuid`,
    sql`t."mergedIntoId" is null`,
    ...(active === null ? [] : [active ? sql`t.active = true` : sql`t.active = false`]),
    sql`t."trashedAt" is null`,
    ...(asksForSpam ? [] : [sql`not t.spam`]),
  ];
}
