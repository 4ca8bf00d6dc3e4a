import type { FieldEntity, FieldKind, FieldPatch, FieldValue, FieldValues } from '@/domain/field/field';
import type { Tx } from '@/server/db/client';
import { type Sql, sql, sqlJson, sqlName } from '@/server/db/sql';

/** Where the values of each kind of thing stand, and the column that says whose they are. */
const TABLES = {
  ticket: { table: 'TicketFieldValue', owner: 'ticketId' },
  customer: { table: 'CustomerFieldValue', owner: 'customerId' },
  organization: { table: 'OrganizationFieldValue', owner: 'organizationId' },
} as const satisfies Record<FieldEntity, Readonly<{ table: string; owner: string }>>;

const LONGEST_KEY = 200;

export type FieldValueRow = Readonly<{
  fieldId: string;
  kind: FieldKind;
  key: string | null;
  text: string | null;
  number: number | null;
  /** ISO 8601, a day. */
  day: string | null;
}>;

type Owners = Readonly<{ workspaceId: string; entity: FieldEntity; ownerIds: readonly string[] }>;

/** The values of these tickets, customers or organizations by their ids, in one query; those without any are absent. */
export async function fieldValuesOf(
  db: Pick<Tx, '$queryRaw'>,
  { workspaceId, entity, ownerIds }: Owners,
): Promise<ReadonlyMap<string, FieldValues>> {
  const found = await db.$queryRaw<{ id: string; rows: FieldValueRow[] }[]>`
    select o.id, ${fieldRowsOf(entity, sql`${workspaceId}::uuid`, sql`o.id`)} as rows
    from unnest(${[...ownerIds]}::uuid[]) as o(id)`;
  return new Map(found.filter(({ rows }) => rows.length > 0).map(({ id, rows }) => [id, valuesFrom(rows)]));
}

/** SQL for the rows of one thing's values as JSON, for `valuesFrom`; `owner` is where its id stands. */
export function fieldRowsOf(entity: FieldEntity, workspace: Sql, owner: Sql): Sql {
  const { table, owner: column } = TABLES[entity];
  return sql`coalesce((
    select json_agg(json_build_object('fieldId', v."fieldId", 'kind', d.kind, 'key', v.key, 'text', v.text,
      'number', v.number, 'day', v.day) order by v."fieldId", v.position)
    from ${sqlName(table)} v
    join "FieldDefinition" d on d."workspaceId" = v."workspaceId" and d.id = v."fieldId"
    where v."workspaceId" = ${workspace} and v.${sqlName(column)} = ${owner}), '[]'::json)`;
}

/** The values that stand in rows, by the fields' ids. */
export function valuesFrom(rows: readonly FieldValueRow[]): FieldValues {
  const values: Record<string, FieldValue> = {};
  for (const row of rows) {
    const value = storedValue(row);
    const before = values[row.fieldId];
    values[row.fieldId] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
  }
  return values;
}

function storedValue({ kind, key, text, number, day }: FieldValueRow): FieldValue {
  switch (kind) {
    case 'number':
      return number ?? 0;
    case 'date':
      return day ?? '';
    case 'checkbox':
      return true;
    case 'choice':
      return key ?? '';
    case 'multi_choice':
      return [key ?? ''];
    default:
      return text ?? '';
  }
}

type Patched = Readonly<{
  workspaceId: string;
  entity: FieldEntity;
  ownerId: string;
  /** Values as `readFieldValue` gives them; null empties a field. */
  patch: FieldPatch;
}>;

/** Writes values of one ticket, customer or organization; the fields must be of its workspace and kind. */
export const saveFieldValues = (
  tx: Pick<Tx, '$executeRaw'>,
  { ownerId, patch, ...of }: Patched,
): Promise<void> => saveManyFieldValues(tx, { ...of, patches: new Map([[ownerId, patch]]) });

type ManyPatched = Omit<Patched, 'ownerId' | 'patch'> &
  Readonly<{ patches: ReadonlyMap<string, FieldPatch> }>;

/** Writes values of several things of one kind, by their ids, in two statements. */
export async function saveManyFieldValues(
  tx: Pick<Tx, '$executeRaw'>,
  { workspaceId, entity, patches }: ManyPatched,
): Promise<void> {
  const set = [...patches].flatMap(([ownerId, patch]) =>
    Object.entries(patch).map(([fieldId, value]) => ({ ownerId, fieldId, value })),
  );
  if (set.length === 0) return;
  const { table, owner } = TABLES[entity];
  const [owners, fields] = [set.map(({ ownerId }) => ownerId), set.map(({ fieldId }) => fieldId)];
  await tx.$executeRaw`delete from ${sqlName(table)} v
    using unnest(${owners}::uuid[], ${fields}::uuid[]) as s(owner, field)
    where v."workspaceId" = ${workspaceId}::uuid and v.${sqlName(owner)} = s.owner and v."fieldId" = s.field`;
  const rows = set.flatMap(({ ownerId, fieldId, value }) =>
    value === null ? [] : partsOf(fieldId, value).map((part) => ({ ...part, ownerId })),
  );
  if (rows.length === 0) return;
  // The kind says which column a text belongs to: only the definition knows a day from a text.
  await tx.$executeRaw`
    insert into ${sqlName(table)} ("workspaceId", ${sqlName(owner)}, "fieldId", position, key, text, number, day)
    select ${workspaceId}::uuid, r."ownerId", d.id, r.position,
      case when d.kind in ('choice', 'multi_choice', 'checkbox') then r.word
        when d.kind in ('number', 'date') then null else left(lower(r.word), ${LONGEST_KEY}) end,
      case when d.kind in ('text', 'long_text', 'pattern') then r.word end,
      case when d.kind = 'number' then r.word::double precision end,
      case when d.kind = 'date' then r.word::date end
    from json_to_recordset(${sqlJson(rows)}::json) as r("ownerId" uuid, "fieldId" uuid, position int, word text)
    join "FieldDefinition" d on d."workspaceId" = ${workspaceId}::uuid and d.id = r."fieldId"
      and d.entity = ${entity}::"FieldEntity"`;
}

function partsOf(fieldId: string, value: FieldValue) {
  const words = typeof value === 'object' ? value : [String(value)];
  return words.map((word, position) => ({ fieldId, position, word }));
}

/** How many things hold a value of this field, counted no further than `most`. */
export async function countFieldUses(
  db: Pick<Tx, '$queryRaw'>,
  {
    workspaceId,
    entity,
    fieldId,
    most,
  }: Readonly<{ workspaceId: string; entity: FieldEntity; fieldId: string; most: number }>,
): Promise<number> {
  const { table, owner } = TABLES[entity];
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select distinct ${sqlName(owner)} from ${sqlName(table)}
      where "workspaceId" = ${workspaceId}::uuid and "fieldId" = ${fieldId}::uuid limit ${most}) as used`;
  return row?.count ?? 0;
}

/** The options of a choice that some thing holds. */
export async function usedOptions(
  db: Pick<Tx, '$queryRaw'>,
  {
    workspaceId,
    entity,
    fieldId,
    keys,
  }: Readonly<{ workspaceId: string; entity: FieldEntity; fieldId: string; keys: readonly string[] }>,
): Promise<string[]> {
  if (keys.length === 0) return [];
  const { table } = TABLES[entity];
  const rows = await db.$queryRaw<{ key: string }[]>`
    select k.key from unnest(${[...keys]}::text[]) as k(key) where exists (
      select 1 from ${sqlName(table)} v where v."workspaceId" = ${workspaceId}::uuid
        and v."fieldId" = ${fieldId}::uuid and v.key = k.key)`;
  return rows.map(({ key }) => key);
}
