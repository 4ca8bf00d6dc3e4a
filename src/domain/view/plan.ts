import { isTicketField } from '@/domain/condition/own-fields';
import { isMoment, isSpan, type ViewComparison, type ViewCondition } from '@/domain/condition/view-fields';
import { TICKET_STATUSES, type TicketStatus } from '@/domain/ticket/ticket';

/** The longest time back that counts as narrow: 92 days, in minutes. */
const LONGEST_MINUTES = 92 * 24 * 60;

const OPPOSITE: Readonly<Record<string, string>> = {
  is_any_of: 'is_none_of',
  is_none_of: 'is_any_of',
  has_any_of: 'has_none_of',
  has_none_of: 'has_any_of',
  is_empty: 'is_set',
  is_set: 'is_empty',
  is_true: 'is_false',
  is_false: 'is_true',
  elapsed_at_least: 'elapsed_less_than',
  elapsed_less_than: 'elapsed_at_least',
};

/** A comparison, or its opposite where it stands under a "not"; an operator without an opposite narrows nothing there. */
type Asked = Readonly<{ field: string; operator: string; values: readonly string[] }>;

const asked = ({ field, operator, values = [] }: ViewComparison, holds: boolean): Asked => ({
  field,
  operator: holds ? operator : (OPPOSITE[operator] ?? 'anything'),
  values,
});

/** True for a comparison that an index answers with few tickets, however many years of them there are. */
function isNarrow({ field, operator, values }: Asked): boolean {
  if (isTicketField(field)) return isNarrowOwn(operator, values);
  if (isMoment(field)) return isNarrowMoment(field, operator, values);
  if (operator === 'elapsed_less_than') return Number(values[0]) <= LONGEST_MINUTES;
  switch (field) {
    case 'status':
      return !statusesOfLeaf(operator, values).includes('closed');
    case 'assigneeId':
    case 'requesterId':
    case 'organizationId':
      return operator === 'is_any_of';
    case 'tagIds':
      return operator === 'has_any_of' || (operator === 'has_all_of' && values.length > 0);
    case 'overdue':
      return operator === 'is_true';
    case 'promiseState':
      return operator === 'is_any_of' || operator === 'is_set';
    default:
      return false;
  }
}

const isNarrowOwn = (operator: string, values: readonly string[]): boolean =>
  ['is_any_of', 'has_any_of'].includes(operator) ||
  (operator === 'has_all_of' && values.length > 0) ||
  (operator === 'within' && hasBothEnds(values));

/** Only open tickets have something that is due, or that was promised, or wake up. */
const ONLY_OPEN: readonly string[] = ['dueOn', 'promisedFor', 'snoozedUntil'];

const isNarrowMoment = (...[field, operator, values]: [string, string, readonly string[]]): boolean => {
  if (ONLY_OPEN.includes(field)) return ['within', 'is_set', 'date_from', 'date_before'].includes(operator);
  return operator === 'within' && hasBothEnds(values);
};

const hasBothEnds = (values: readonly string[]): boolean =>
  values.every((span) => isSpan(span) && span !== 'earlier' && span !== 'later');

/**
 * The parts of a condition through which a view would have to read every ticket that there ever was; none when each way in is
 * narrowed by something that an index knows. No condition at all is the widest.
 */
export function wideParts(condition: ViewCondition | null): readonly ViewCondition[] {
  return condition === null ? [{ all: [] }] : wide(condition, true);
}

function wide(condition: ViewCondition, holds: boolean): readonly ViewCondition[] {
  if ('not' in condition) return wide(condition.not, !holds);
  if ('all' in condition) return holds ? together(condition, true) : apart(condition.all, false);
  if ('any' in condition) return holds ? apart(condition.any, true) : together(condition, false);
  if (isNarrow(asked(condition, holds))) return [];
  return [holds ? condition : { not: condition }];
}

/** Of parts that must all be so, one that is narrow is enough. */
function together(
  condition: Readonly<{ all: readonly ViewCondition[] } | { any: readonly ViewCondition[] }>,
  holds: boolean,
): readonly ViewCondition[] {
  const parts = 'all' in condition ? condition.all : condition.any;
  if (parts.some((part) => wide(part, holds).length === 0)) return [];
  return [holds ? condition : { not: condition }];
}

/** Of parts of which one is enough, each has to be narrow. */
const apart = (parts: readonly ViewCondition[], holds: boolean): readonly ViewCondition[] =>
  parts.flatMap((part) => wide(part, holds));

const OPEN: readonly TicketStatus[] = ['new', 'open', 'pending', 'on_hold'];

function statusesOfLeaf(operator: string, values: readonly string[]): readonly TicketStatus[] {
  if (operator === 'is_any_of') return TICKET_STATUSES.filter((status) => values.includes(status));
  if (operator === 'is_none_of') return TICKET_STATUSES.filter((status) => !values.includes(status));
  return operator === 'is_empty' ? [] : TICKET_STATUSES;
}

function statusesIn(condition: ViewCondition, holds: boolean): readonly TicketStatus[] {
  if ('not' in condition) return statusesIn(condition.not, !holds);
  if ('all' in condition) return joinedStatuses(condition.all, holds, holds);
  if ('any' in condition) return joinedStatuses(condition.any, holds, !holds);
  return statusesOfAsked(asked(condition, holds));
}

/** What all parts leave, or what at least one of them does. */
function joinedStatuses(parts: readonly ViewCondition[], holds: boolean, every: boolean) {
  const sets = parts.map((part) => statusesIn(part, holds));
  return TICKET_STATUSES.filter((status) =>
    every ? sets.every((set) => set.includes(status)) : sets.some((set) => set.includes(status)),
  );
}

function statusesOfAsked({ field, operator, values }: Asked): readonly TicketStatus[] {
  if (field === 'status') return statusesOfLeaf(operator, values);
  const isDue =
    (field === 'overdue' && operator === 'is_true') || (field === 'dueOn' && operator !== 'is_empty');
  return isDue && operator !== 'anything' ? OPEN : TICKET_STATUSES;
}

/** Whether all tickets of a condition are open work (true), none is (false), or it does not say (null); lets an index serve it. */
export function activeOf(condition: ViewCondition): boolean | null {
  const statuses = statusesIn(condition, true);
  if (statuses.every((status) => OPEN.includes(status))) return true;
  return statuses.some((status) => OPEN.includes(status)) ? null : false;
}
