import {
  cutoffOf,
  type RuleClock,
  type RuleComparison,
  type RuleCondition,
} from '@/domain/condition/explain';
import { isTicketField } from '@/domain/condition/own-fields';
import {
  isElapsed,
  RULE_FIELDS,
  type RuleField,
  type RuleFieldName,
  type RuleOperator,
} from '@/domain/condition/rule-fields';
import { isOpen } from '@/domain/sla/business-time';
import { joinSql, type Sql, sql } from '@/server/db/sql';
import { type EventRange, ownSql } from './own-field-sql';
import { EMAILS } from './ticket-tables';

type Asked = Readonly<{ clock: RuleClock; event: EventRange }>;

/**
 * A condition as SQL over `TICKETS`: it selects the tickets of which `isMetBy` is true, and never gives null. Values are
 * sent apart from the text.
 */
export function conditionSql(condition: RuleCondition, asked: Asked): Sql {
  if ('all' in condition) return joined(condition.all, { asked, by: ' and ', none: sql`true` });
  if ('any' in condition) return joined(condition.any, { asked, by: ' or ', none: sql`false` });
  if ('not' in condition) return sql`not ${conditionSql(condition.not, asked)}`;
  return comparisonSql(condition, asked);
}

type Joining = Readonly<{ asked: Asked; by: string; none: Sql }>;

function joined(parts: readonly RuleCondition[], { asked, by, none }: Joining): Sql {
  if (parts.length === 0) return none;
  const pieces = parts.map((part) => conditionSql(part, asked));
  return sql`(${joinSql(pieces, by)})`;
}

function comparisonSql({ field, operator, values = [] }: RuleComparison, asked: Asked): Sql {
  if (isTicketField(field)) return ownSql(field, { operator, values, event: asked.event });
  if (isElapsed(operator)) {
    const cutoff = cutoffOf(operator, Number(values[0]), asked.clock);
    return elapsedSql(columnOf(field, asked), { cutoff, isLess: operator.endsWith('less_than') });
  }
  if (isChange(operator)) return changeSql(operator, { field, values, event: asked.event });
  const column = columnOf(field, asked);
  if (RULE_FIELDS[field].kind === 'references') return tagsSql(operator, values);
  return (SQL[operator as keyof typeof SQL] ?? unknown)(column, { field, values });
}

const unknown = (): Sql => {
  throw new Error('this comparison has no SQL');
};

type Given = Readonly<{ field: RuleFieldName; values: readonly string[] }>;

/** Never null, and plain enough for the column's index. */
const oneOf = (column: Sql, given: Given) =>
  sql`(${column} is not null and ${column} = any(${listOf(given)}))`;
const hasText = (column: Sql, { values }: Given) => {
  const parts = values.map((value) => sql`position(lower(${value}) in lower(coalesce(${column}, ''))) > 0`);
  return parts.length === 0 ? sql`false` : sql`(${joinSql(parts, ' or ')})`;
};
const isNone = (column: Sql, { field }: Given) =>
  RULE_FIELDS[field].kind === 'text' ? sql`(${column} is null or ${column} = '')` : sql`(${column} is null)`;
const numberOf = ({ values }: Given) => Number(values[0]);

const SQL: Readonly<
  Record<
    Exclude<
      RuleOperator,
      | ChangeOperator
      | 'has_any_of'
      | 'has_all_of'
      | 'has_none_of'
      | `${string}elapsed_${string}`
      | `date_${string}`
      | 'within'
    >,
    (column: Sql, given: Given) => Sql
  >
> = {
  is_any_of: oneOf,
  is_none_of: (column, given) => sql`not ${oneOf(column, given)}`,
  is_empty: isNone,
  is_set: (column, given) => sql`not ${isNone(column, given)}`,
  contains: hasText,
  contains_not: (column, given) => sql`not ${hasText(column, given)}`,
  is_true: (column) => sql`coalesce(${column}, false)`,
  is_false: (column) => sql`not coalesce(${column}, false)`,
  at_least: (column, given) => sql`${column} >= ${numberOf(given)}`,
  less_than: (column, given) => sql`${column} < ${numberOf(given)}`,
};

const ENUMS: Readonly<Partial<Record<RuleFieldName, Sql>>> = {
  status: sql`"TicketStatus"[]`,
  priority: sql`"Priority"[]`,
  type: sql`"TicketType"[]`,
  channel: sql`"Channel"[]`,
  lastDirection: sql`"Direction"[]`,
  promiseState: sql`"PromiseState"[]`,
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The wanted values as an array of the column's own type, so that its index serves. */
function listOf({ field, values }: Given): Sql {
  if (RULE_FIELDS[field].kind === 'reference') return idList(values);
  const type = ENUMS[field];
  return type ? sql`${[...values]}::text[]::${type}` : sql`${[...values]}::text[]`;
}

/** What is no id equals none. */
const idList = (values: readonly string[]) => sql`${values.filter((id) => UUID.test(id))}::uuid[]`;

function tagsSql(operator: RuleOperator, values: readonly string[]): Sql {
  const tags = sql`select 1 from "TicketTag" g where g."workspaceId" = t."workspaceId" and g."ticketId" = t.id`;
  const hasAny = sql`exists (${tags} and g."tagId" = any(${idList(values)}))`;
  switch (operator) {
    case 'has_any_of':
      return hasAny;
    case 'has_none_of':
      return sql`not ${hasAny}`;
    case 'has_all_of': {
      const each = [...new Set(values)].map(
        (id) => sql`exists (${tags} and g."tagId" = any(${idList([id])}))`,
      );
      return each.length === 0 ? sql`true` : sql`(${joinSql(each, ' and ')})`;
    }
    case 'is_empty':
      return sql`not exists (${tags})`;
    default:
      return sql`exists (${tags})`;
  }
}

type Elapsed = Readonly<{ cutoff: Date | null; isLess: boolean }>;

function elapsedSql(column: Sql, { cutoff, isLess }: Elapsed): Sql {
  if (cutoff === null) return isLess ? sql`(${column} is not null)` : sql`false`;
  return isLess
    ? sql`(${column} is not null and ${column} > ${cutoff})`
    : sql`(${column} is not null and ${column} <= ${cutoff})`;
}

type ChangeOperator = 'changed' | 'changed_to' | 'changed_from' | 'added' | 'removed';
const CHANGE: readonly RuleOperator[] = ['changed', 'changed_to', 'changed_from', 'added', 'removed'];
const isChange = (operator: RuleOperator): operator is ChangeOperator => CHANGE.includes(operator);

type Change = Given & Readonly<{ event: EventRange }>;

function changeSql(operator: ChangeOperator, { field, values, event }: Change): Sql {
  if (!event) return sql`false`;
  const happened = (type: string) => sql`select 1 from "TicketEvent" e
    where e."workspaceId" = t."workspaceId" and e."ticketId" = t.id and e.type = ${type}
      and e.position between ${event.from} and ${event.to}`;
  const wanted = sql`${[...values]}::text[]`;
  if (operator === 'added') {
    return sql`exists (${happened('ticket.tagged')} and e.data->>'tagId' = any(${wanted}))`;
  }
  if (operator === 'removed') {
    return sql`exists (${happened('ticket.untagged')} and e.data->>'tagId' = any(${wanted}))`;
  }
  const change = happened((RULE_FIELDS[field] as RuleField).changedBy ?? '');
  if (operator === 'changed') return sql`exists (${change})`;
  const side = operator === 'changed_to' ? 'to' : 'from';
  return sql`exists (${change} and e.data->>${side} = any(${wanted}))`;
}

const COLUMNS: Readonly<Partial<Record<RuleFieldName, Sql>>> = {
  sinceCreated: sql`t."createdAt"`,
  sinceUpdated: sql`t."touchedAt"`,
  sinceCustomerMessage: sql`t."lastCustomerAt"`,
  sinceReply: sql`t."lastReplyAt"`,
  sinceStatusChange: sql`t."statusChangedAt"`,
  sinceSolved: sql`t."solvedAt"`,
  status: sql`t.status`,
  priority: sql`t.priority`,
  type: sql`t.type`,
  channel: sql`t.channel`,
  channelAccountId: sql`t."channelAccountId"`,
  language: sql`t.language`,
  assigneeId: sql`t."assigneeId"`,
  teamId: sql`t."teamId"`,
  requesterId: sql`t."requesterId"`,
  subject: sql`t.subject`,
  spam: sql`t.spam`,
  reopens: sql`t.reopens`,
  lastDirection: sql`t."lastDirection"`,
  promiseState: sql`t."promiseState"`,
  organizationId: sql`c."organizationId"`,
  tierId: sql`c."tierId"`,
  customerName: sql`c."displayName"`,
  customerNote: sql`c.note`,
  customerLanguage: sql`c.locale`,
  customerEmail: EMAILS,
};

/** Where a field stands; what only an event tells is read from its newest message. */
export function columnOf(field: RuleFieldName, { clock, event }: Asked): Sql {
  if (field === 'openNow') return sql`${clock.hours === null || isOpen(clock.hours, clock.now)}::boolean`;
  if (field === 'overdue') return sql`(t."nextDueAt" < ${clock.now})`;
  return COLUMNS[field] ?? eventColumn(field, event);
}

function eventColumn(field: RuleFieldName, event: EventRange): Sql {
  if (!event) return sql`null`;
  const events = sql`from "TicketEvent" e where e."workspaceId" = t."workspaceId" and e."ticketId" = t.id
    and e.position between ${event.from} and ${event.to}`;
  if (field === 'changedBy') return sql`(select e."actorKind" ${events} order by e.position limit 1)`;
  const answer = (what: Sql) =>
    sql`(select ${what} ${events} and e.type = 'survey.answered' order by e.position desc limit 1)`;
  if (field === 'surveyKind') return answer(sql`e.data->>'kind'`);
  if (field === 'surveyScore') return answer(sql`(e.data->>'score')::int`);
  const newest = (what: Sql) => sql`(select ${what} from "Message" m
    where m."workspaceId" = t."workspaceId" and m.id = (
      select (e.data->>'messageId')::uuid ${events} and e.type = 'message.added' order by e.position desc limit 1))`;
  if (field === 'messageText') return newest(sql`m."visibleText"`);
  if (field === 'messageDirection') return newest(sql`m.direction::text`);
  if (field === 'messageAuthor') return newest(sql`m."authorKind"::text`);
  return newest(sql`m.automated is not null`);
}
