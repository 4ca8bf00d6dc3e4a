import { type Sql, sql } from '@/server/db/sql';

/** The values of `"Ticket" t`'s own fields by their short names, as JSON. */
export const ticketFields: Sql = sql`coalesce((
  select json_object_agg(v.key, v.value) from (
    select d.key, case d.kind
      when 'number' then to_json(min(x.number))
      when 'date' then to_json(min(x.day))
      when 'checkbox' then to_json(true)
      when 'choice' then to_json(min(x.key))
      when 'multi_choice' then json_agg(x.key order by x.position)
      else to_json(min(x.text)) end as value
    from "TicketFieldValue" x
    join "FieldDefinition" d on d."workspaceId" = x."workspaceId" and d.id = x."fieldId"
    where x."workspaceId" = t."workspaceId" and x."ticketId" = t.id
    group by d.id, d.key, d.kind
  ) as v), '{}'::json)`;

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
