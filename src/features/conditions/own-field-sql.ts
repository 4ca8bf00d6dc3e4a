import { type TicketFieldName, ticketFieldId } from '@/domain/condition/own-fields';
import type { RuleOperator } from '@/domain/condition/rule-fields';
import { joinSql, type Sql, sql } from '@/server/db/sql';

/** The event that is looked at: one save of a ticket, by its place in the history; null for a rule on time. */
export type EventRange = Readonly<{ from: bigint; to: bigint }> | null;

type Asked = Readonly<{ operator: RuleOperator; values: readonly string[]; event: EventRange }>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A comparison with one of the workspace's own fields as SQL over `TICKETS`. Values are rows, one for each chosen option; a
 * field without a value has none. What is no field has no value either. Never null.
 */
export function ownSql(name: TicketFieldName, { operator, values, event }: Asked): Sql {
  const id = ticketFieldId(name);
  if (operator === 'changed' || operator === 'changed_to' || operator === 'changed_from')
    return changedSql(id, { operator, values, event });
  const rows = UUID.test(id)
    ? sql`select 1 from "TicketFieldValue" v where v."workspaceId" = t."workspaceId" and v."ticketId" = t.id
        and v."fieldId" = ${id}::uuid`
    : sql`select 1 where false`;
  const some = (is: Sql) => (UUID.test(id) ? sql`exists (${rows} and ${is})` : sql`false`);
  const any = some(sql`v.key = any(${[...values]}::text[])`);
  const [first = ''] = values;
  switch (operator) {
    case 'is_any_of':
    case 'has_any_of':
      return any;
    case 'is_none_of':
    case 'has_none_of':
      return sql`not ${any}`;
    case 'has_all_of':
      return every([...new Set(values)].map((value) => some(sql`v.key = ${value}`)));
    case 'contains':
      return containing(values, some);
    case 'contains_not':
      return sql`not ${containing(values, some)}`;
    case 'is_true':
      return some(sql`v.key = 'true'`);
    case 'is_false':
      return sql`not ${some(sql`v.key = 'true'`)}`;
    case 'at_least':
      return some(sql`v.number >= ${Number(first)}::float8`);
    case 'less_than':
      return some(sql`v.number < ${Number(first)}::float8`);
    case 'date_from':
      return some(sql`v.day >= ${first}::date`);
    case 'date_before':
      return some(sql`v.day < ${first}::date`);
    case 'is_empty':
      return sql`not exists (${rows})`;
    default:
      return sql`exists (${rows})`;
  }
}

const every = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? sql`true` : sql`(${joinSql(parts, ' and ')})`;

function containing(values: readonly string[], some: (is: Sql) => Sql): Sql {
  const parts = values.map((value) => some(sql`position(lower(${value}) in lower(v.text)) > 0`));
  return parts.length === 0 ? sql`false` : sql`(${joinSql(parts, ' or ')})`;
}

type Change = Asked & Readonly<{ operator: 'changed' | 'changed_to' | 'changed_from' }>;

function changedSql(id: string, { operator, values, event }: Change): Sql {
  if (!event) return sql`false`;
  const happened = sql`select 1 from "TicketEvent" e where e."workspaceId" = t."workspaceId" and e."ticketId" = t.id
    and e.type = 'ticket.field_changed' and e.data->>'fieldId' = ${id}
    and e.position between ${event.from} and ${event.to}`;
  if (operator === 'changed') return sql`exists (${happened})`;
  const side = operator === 'changed_to' ? 'to' : 'from';
  return sql`exists (${happened} and e.data->>${side} = any(${[...values]}::text[]))`;
}
