import {
  FORM_FIELDS,
  isOwnField,
  type SegmentCondition,
  type SegmentFieldName,
} from '@/domain/condition/segment';
import { joinSql, type Sql, sql } from '@/server/db/sql';
import { ownFieldSql } from './own-field-sql';

/**
 * A condition as SQL over `"Customer" c`: never null, values sent apart from the text. `now` is the instant from which
 * passed time is counted, in minutes of all time.
 */
export function segmentSql(condition: SegmentCondition, now: Date): Sql {
  if ('all' in condition) return joined(condition.all, { now, by: ' and ', none: sql`true` });
  if ('any' in condition) return joined(condition.any, { now, by: ' or ', none: sql`false` });
  if ('not' in condition) return sql`not ${segmentSql(condition.not, now)}`;
  const { field, operator, values = [] } = condition;
  if (isOwnField(field)) return ownFieldSql(field, operator, values);
  const { kind } = FORM_FIELDS[field];
  if (kind === 'elapsed') return elapsedSql(field, { operator, minutes: Number(values[0]), now });
  if (kind === 'references') return listSql(LISTS[field] ?? sql`null::text[]`, operator, values);
  if (kind === 'flag') return operator === 'is_true' ? flagSql(field) : sql`not ${flagSql(field)}`;
  return plainSql(field, operator, values);
}

type Joining = Readonly<{ now: Date; by: string; none: Sql }>;

function joined(parts: readonly SegmentCondition[], { now, by, none }: Joining): Sql {
  if (parts.length === 0) return none;
  const pieces = parts.map((part) => segmentSql(part, now));
  return sql`(${joinSql(pieces, by)})`;
}

const MINUTE = 60_000;
type Elapsed = Readonly<{ operator: string; minutes: number; now: Date }>;

function elapsedSql(field: SegmentFieldName, { operator, minutes, now }: Elapsed): Sql {
  const column = field === 'sinceLastContact' ? sql`c."lastContactAt"` : sql`c."createdAt"`;
  const cutoff = new Date(now.getTime() - minutes * MINUTE);
  switch (operator) {
    case 'is_empty':
      return sql`(${column} is null)`;
    case 'is_set':
      return sql`(${column} is not null)`;
    case 'elapsed_less_than':
      return sql`(${column} is not null and ${column} > ${cutoff})`;
    default:
      return sql`(${column} is not null and ${column} <= ${cutoff})`;
  }
}

const flagSql = (field: SegmentFieldName): Sql =>
  field === 'blocked'
    ? sql`(c."blockedAt" is not null)`
    : sql`exists (select 1 from "Ticket" t where t."workspaceId" = c."workspaceId" and t."requesterId" = c.id and t.active)`;

/** What a customer has several of, as texts. Of consents those that hold: the newest line of each kind. */
const LISTS: Readonly<Partial<Record<SegmentFieldName, Sql>>> = {
  identityKinds: sql`array(select distinct i.kind::text from "CustomerIdentity" i
    where i."workspaceId" = c."workspaceId" and i."customerId" = c.id)`,
  consents: sql`array(select n.kind from (select distinct on (s.kind) s.kind, s.given from "CustomerConsent" s
    where s."workspaceId" = c."workspaceId" and s."customerId" = c.id order by s.kind, s.at desc, s.id desc) n
    where n.given)`,
};

function listSql(list: Sql, operator: string, values: readonly string[]): Sql {
  const wanted = sql`${[...values]}::text[]`;
  switch (operator) {
    case 'has_any_of':
      return sql`(${list} && ${wanted})`;
    case 'has_all_of':
      return sql`(${list} @> ${wanted})`;
    case 'has_none_of':
      return sql`(not ${list} && ${wanted})`;
    case 'is_empty':
      return sql`(cardinality(${list}) = 0)`;
    default:
      return sql`(cardinality(${list}) > 0)`;
  }
}

const COLUMNS: Readonly<Partial<Record<SegmentFieldName, Sql>>> = {
  customerName: sql`c."displayName"`,
  customerEmail: sql`(select string_agg(i.value, ' ' order by i.value) from "CustomerIdentity" i
    where i."workspaceId" = c."workspaceId" and i."customerId" = c.id and i.kind = 'email')`,
  customerNote: sql`c.note`,
  customerLanguage: sql`c.locale`,
  customerTimeZone: sql`c."timeZone"`,
  externalId: sql`c."externalId"`,
  tierId: sql`c."tierId"::text`,
  organizationId: sql`c."organizationId"::text`,
};

function plainSql(...[field, operator, values]: [SegmentFieldName, string, readonly string[]]): Sql {
  const column = sql`coalesce(${COLUMNS[field] ?? sql`null`}, '')`;
  const parts = values.map((value) => sql`position(lower(${value}) in lower(${column})) > 0`);
  const holds = parts.length === 0 ? sql`false` : sql`(${joinSql(parts, ' or ')})`;
  switch (operator) {
    case 'is_any_of':
      return sql`(${column} = any(${[...values]}::text[]))`;
    case 'is_none_of':
      return sql`(${column} <> all(${[...values]}::text[]))`;
    case 'contains':
      return holds;
    case 'contains_not':
      return sql`not ${holds}`;
    case 'is_empty':
      return sql`(${column} = '')`;
    default:
      return sql`(${column} <> '')`;
  }
}
