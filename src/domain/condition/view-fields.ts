import type { FieldKind } from '@/domain/field/field';
import { daysLater, instantOf, localTimeOf, weekdayOf } from '@/domain/shared/local-time';
import type { ConditionTree } from './evaluate';
import { OWN_OPERATORS, type TicketFieldName } from './own-fields';
import {
  MOMENT_OPERATORS,
  RULE_FIELDS,
  type RuleField,
  type RuleFieldName,
  type RuleOperator,
  ruleOperatorsOf,
} from './rule-fields';

const moment = { kind: 'moment', group: 'time' } as const;

/** The moments of a ticket that views ask about by the calendar. */
export const MOMENT_FIELDS = {
  createdOn: moment,
  changedOn: moment,
  customerWroteOn: moment,
  repliedOn: moment,
  solvedOn: moment,
  dueOn: moment,
  promisedFor: moment,
  snoozedUntil: moment,
} as const satisfies Record<string, RuleField>;

export type MomentName = keyof typeof MOMENT_FIELDS;

export const isMoment = (name: string): name is MomentName => Object.hasOwn(MOMENT_FIELDS, name);

/** What views look at: the ticket and its customer as they stand, of which rules know most too, and moments. */
export type ViewFieldName = RuleFieldName | MomentName;

export type ViewComparison = Readonly<{
  field: ViewFieldName | TicketFieldName;
  operator: RuleOperator;
  values?: readonly string[] | undefined;
}>;

/** A condition tree over tickets as a view keeps it: people may stand in it as `me`, and teams as `my_teams`. */
export type ViewCondition = ConditionTree<ViewComparison>;

/** What a view may ask of a field, in the order in which a form offers it; nothing when it may not. Views know no business hours. */
export function viewOperatorsOf(name: ViewFieldName): readonly RuleOperator[] {
  if (isMoment(name)) return MOMENT_OPERATORS;
  if (name === 'openNow') return [];
  return ruleOperatorsOf(name, 'automation').filter((operator) => !operator.startsWith('open_'));
}

/** The same of a field of the workspace's own. */
export const viewOwnOperatorsOf = (kind: FieldKind): readonly RuleOperator[] =>
  kind === 'date' ? ['within', ...OWN_OPERATORS.date] : OWN_OPERATORS[kind];

/** The fields of views by the groups of the form: the ticket, time, the customer. */
export const VIEW_FIELDS: readonly ViewFieldName[] = [
  ...(Object.keys(RULE_FIELDS) as RuleFieldName[]).filter((name) => groupOf(name) === 'ticket'),
  ...(Object.keys(MOMENT_FIELDS) as MomentName[]),
  ...(Object.keys(RULE_FIELDS) as RuleFieldName[]).filter((name) => groupOf(name) !== 'ticket'),
].filter((name) => viewOperatorsOf(name).length > 0);

function groupOf(name: RuleFieldName): RuleField['group'] {
  return RULE_FIELDS[name].group;
}

/** Spans of days, seen from the day on which somebody looks. Weeks begin on Monday (ISO 8601). */
export const SPANS = [
  'today',
  'yesterday',
  'tomorrow',
  'this_week',
  'last_week',
  'next_week',
  'this_month',
  'last_month',
  'last_7_days',
  'last_30_days',
  'next_7_days',
  'earlier',
  'later',
] as const;
export type Span = (typeof SPANS)[number];

export const isSpan = (value: unknown): value is Span => SPANS.includes(value as Span);

/** Days as `2026-03-02`: from one on, and before another; null for without end. */
export type Days = Readonly<{ from: string | null; until: string | null }>;

/** The days that a span means on the day `today`. */
export function spanDays(span: Span, today: string): Days {
  const on = (days: number) => daysLater(today, days, '00:00').slice(0, 10);
  const monday = -((weekdayOf(today) + 6) % 7);
  const first = `${today.slice(0, 8)}01`;
  const monthOf = (day: string) => `${day.slice(0, 8)}01`;
  const span7 = (start: number): Days => ({ from: on(start), until: on(start + 7) });
  const lastOfBefore = daysLater(first, -1, '00:00').slice(0, 10);
  const days: Readonly<Record<Span, Days>> = {
    today: { from: today, until: on(1) },
    yesterday: { from: on(-1), until: today },
    tomorrow: { from: on(1), until: on(2) },
    this_week: span7(monday),
    last_week: span7(monday - 7),
    next_week: span7(monday + 7),
    this_month: { from: first, until: monthOf(daysLater(first, 31, '00:00')) },
    last_month: { from: monthOf(lastOfBefore), until: first },
    last_7_days: { from: on(-6), until: on(1) },
    last_30_days: { from: on(-29), until: on(1) },
    next_7_days: span7(0),
    earlier: { from: null, until: today },
    later: { from: on(1), until: null },
  };
  return days[span];
}

/** The day at an instant in a time zone. */
export const dayAt = (instant: Date, timeZone: string): string => localTimeOf(instant, timeZone).slice(0, 10);

/** The instants between which a span lies at `now`; its days are those of the time zone. */
export function spanRange(
  span: Span,
  now: Date,
  timeZone: string,
): Readonly<{ from: Date | null; until: Date | null }> {
  const { from, until } = spanDays(span, dayAt(now, timeZone));
  const midnight = (day: string | null) => (day === null ? null : instantOf(`${day}T00:00`, timeZone));
  return { from: midnight(from), until: midnight(until) };
}

/** Stands for the person who looks, among assignees. */
export const ME = 'me';
/** Stands for the teams of the person who looks. */
export const MY_TEAMS = 'my_teams';

const PERSONAL: Readonly<Record<string, string>> = { assigneeId: ME, teamId: MY_TEAMS };

const isPersonalLeaf = ({ field, values = [] }: ViewComparison): boolean =>
  values.includes(PERSONAL[field] ?? '\0');

/** The same tree with other comparisons, or trees, in their place. */
function replaced(
  condition: ViewCondition,
  by: (comparison: ViewComparison) => ViewCondition,
): ViewCondition {
  if ('all' in condition) return { all: condition.all.map((part) => replaced(part, by)) };
  if ('any' in condition) return { any: condition.any.map((part) => replaced(part, by)) };
  if ('not' in condition) return { not: replaced(condition.not, by) };
  return by(condition);
}

/** All comparisons of a tree. */
export function viewComparisons(condition: ViewCondition): ViewComparison[] {
  if ('all' in condition) return condition.all.flatMap(viewComparisons);
  if ('any' in condition) return condition.any.flatMap(viewComparisons);
  if ('not' in condition) return viewComparisons(condition.not);
  return [condition];
}

/** Whose view a condition is: does it name the person who looks, or their teams? */
export function isPersonal(condition: ViewCondition): Readonly<{ me: boolean; myTeams: boolean }> {
  const leaves = viewComparisons(condition).filter(isPersonalLeaf);
  return {
    me: leaves.some(({ field }) => field === 'assigneeId'),
    myTeams: leaves.some(({ field }) => field === 'teamId'),
  };
}

type Person = Readonly<{ id: string | null; teamIds: readonly string[] }>;

/** The condition for one person: `me` and `my_teams` by their ids. A key that acts for the workspace is nobody. */
export function forPerson(condition: ViewCondition, { id, teamIds }: Person): ViewCondition {
  const meant = { [ME]: id === null ? [] : [id], [MY_TEAMS]: teamIds };
  return replaced(condition, (comparison) => {
    if (!isPersonalLeaf(comparison)) return comparison;
    const stands = PERSONAL[comparison.field] as typeof ME | typeof MY_TEAMS;
    const values = (comparison.values ?? []).flatMap((value) => (value === stands ? meant[stands] : [value]));
    return { ...comparison, values };
  });
}

const FALSE: ViewCondition = { any: [] };

/**
 * The condition for anybody of whom this is so: the ticket is theirs, or of a team of theirs. So one count serves all who
 * look, whoever they are.
 */
export function assuming(
  condition: ViewCondition,
  { me, myTeams }: Readonly<{ me: boolean; myTeams: boolean }>,
): ViewCondition {
  return replaced(condition, (comparison) => {
    if (!isPersonalLeaf(comparison)) return comparison;
    const isSo = comparison.field === 'assigneeId' ? me : myTeams;
    // Nobody's tickets are nobody's own, whoever looks.
    return assumed(comparison, isSo ? { field: comparison.field, operator: 'is_set' } : FALSE);
  });
}

/** A comparison in which whoever looks is known to be meant, or not. */
function assumed({ field, operator, values = [] }: ViewComparison, isTheirs: ViewCondition): ViewCondition {
  const others = values.filter((value) => value !== PERSONAL[field]);
  const positive: ViewCondition =
    others.length === 0 ? isTheirs : { any: [isTheirs, { field, operator: 'is_any_of', values: others }] };
  return operator === 'is_none_of' ? { not: positive } : positive;
}
