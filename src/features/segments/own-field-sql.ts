import { type OwnFieldName, ownFieldOf } from '@/domain/condition/segment';
import { joinSql, type Sql, sql } from '@/server/db/sql';

/** The condition that a row `v` of the field's values meets `test` for `"Customer" c`. */
type Held = (test: Sql) => Sql;

const words = (values: readonly string[]): Sql => {
  const parts = values.map((value) => sql`position(lower(${value}) in lower(v.text)) > 0`);
  return parts.length === 0 ? sql`false` : sql`(${joinSql(parts, ' or ')})`;
};
const among = (values: readonly string[]): Sql => sql`v.key = any(${[...values]}::text[])`;
const not = (condition: Sql): Sql => sql`(not ${condition})`;

const COMPARISONS: Readonly<Record<string, (held: Held, values: readonly string[]) => Sql>> = {
  is_empty: (held) => not(held(sql`true`)),
  is_set: (held) => held(sql`true`),
  is_false: (held) => not(held(sql`true`)),
  is_true: (held) => held(sql`true`),
  is_any_of: (held, values) => held(among(values)),
  is_none_of: (held, values) => not(held(among(values))),
  has_any_of: (held, values) => held(among(values)),
  has_none_of: (held, values) => not(held(among(values))),
  has_all_of: (held, values) =>
    sql`(${joinSql(
      values.map((value) => held(among([value]))),
      ' and ',
    )})`,
  contains: (held, values) => held(words(values)),
  contains_not: (held, values) => not(held(words(values))),
  at_least: (held, [value = '']) => held(sql`v.number >= ${Number(value)}::double precision`),
  less_than: (held, [value = '']) => held(sql`v.number < ${Number(value)}::double precision`),
  date_from: (held, [value = '']) => held(sql`v.day >= ${value}::date`),
  date_before: (held, [value = '']) => held(sql`v.day < ${value}::date`),
};

/** A comparison with an own field of `"Customer" c`, or of their organization, as SQL. Who has no value is compared with none. */
export function ownFieldSql(...[name, operator, values]: [OwnFieldName, string, readonly string[]]): Sql {
  const of = ownFieldOf(name);
  const compare = COMPARISONS[operator];
  if (!of || of.owner === 'ticket' || !compare) return sql`false`;
  const rows =
    of.owner === 'customer'
      ? sql`"CustomerFieldValue" v where v."customerId" = c.id`
      : sql`"OrganizationFieldValue" v where v."organizationId" = c."organizationId"`;
  const held: Held = (test) => sql`exists (select 1 from ${rows} and v."workspaceId" = c."workspaceId"
    and v."fieldId" = ${of.fieldId}::uuid and ${test})`;
  return compare(held, values);
}
