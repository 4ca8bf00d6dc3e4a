import type { FieldEntity } from '@/domain/field/field';
import { type Sql, sql, sqlName } from '@/server/db/sql';

const TABLES: Readonly<Record<FieldEntity, readonly [table: string, owner: string]>> = {
  ticket: ['TicketFieldValue', 'ticketId'],
  customer: ['CustomerFieldValue', 'customerId'],
  organization: ['OrganizationFieldValue', 'organizationId'],
};

/** The values of one thing's own fields by their short names, as JSON; `owner` is where its id stands. */
export function ownFieldsOf(...[entity, workspace, owner]: [FieldEntity, Sql, Sql]): Sql {
  const [table, column] = TABLES[entity];
  return sql`coalesce((
  select json_object_agg(v.key, v.value) from (
    select d.key, case d.kind
      when 'number' then to_json(min(x.number))
      when 'date' then to_json(min(x.day))
      when 'checkbox' then to_json(true)
      when 'choice' then to_json(min(x.key))
      when 'multi_choice' then json_agg(x.key order by x.position)
      else to_json(min(x.text)) end as value
    from ${sqlName(table)} x
    join "FieldDefinition" d on d."workspaceId" = x."workspaceId" and d.id = x."fieldId"
    where x."workspaceId" = ${workspace} and x.${sqlName(column)} = ${owner}
    group by d.id, d.key, d.kind
  ) as v), '{}'::json)`;
}

/** Those of `"Ticket" t`. */
export const ticketFields: Sql = ownFieldsOf('ticket', sql`t."workspaceId"`, sql`t.id`);

/** Tickets `t` of which one field, by its short name, has this value: `order_number:KT-1`. */
export function withField(asked: string): Sql {
  const at = asked.indexOf(':');
  const [key, value] = [asked.slice(0, at), asked.slice(at + 1).trim()];
  const number = /^-?\d{1,15}(\.\d{1,10})?$/.test(value) ? Number(value) : null;
  const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d)$/.test(value) ? value : null;
  return sql`t.id in (
    select x."ticketId" from "FieldDefinition" d
    join "TicketFieldValue" x on x."workspaceId" = d."workspaceId" and x."fieldId" = d.id
    where d."workspaceId" = t."workspaceId" and d.entity = 'ticket' and d.key = ${key} and (
      (d.kind = 'number' and x.number = ${number}::double precision)
      or (d.kind = 'date' and x.day = ${day}::date)
      or (d.kind in ('choice', 'multi_choice', 'checkbox') and x.key = ${value})
      or (d.kind in ('text', 'long_text', 'pattern') and x.key = left(lower(${value}), 200))))`;
}
