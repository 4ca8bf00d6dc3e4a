import type { Tx } from '@/server/db/client';
import { type Sql, sql, sqlName } from '@/server/db/sql';

/** One column that points at a customer, in a table whose rows have an id of their own. */
export type Place = Readonly<{ table: string; column: string }>;

export const TICKETS: Place = { table: 'Ticket', column: 'requesterId' };
export const IDENTITIES: Place = { table: 'CustomerIdentity', column: 'customerId' };

/** What belongs to a record itself, and not to the person: it stays where it is when records are merged. */
const OF_THE_RECORD = ['Customer', 'CustomerMerge', 'NotSameCustomer'];

export const nameOf = ({ table, column }: Place): string => `${table}.${column}`;

let known: Promise<readonly Place[]> | undefined;

/**
 * Every place of the database that points at a customer, as the foreign keys say, so that whatever comes to point at
 * customers is moved by merges without being told to. Read once per process.
 */
export function customerPlaces(tx: Pick<Tx, '$queryRaw'>): Promise<readonly Place[]> {
  known ??= readPlaces(tx).catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function readPlaces(tx: Pick<Tx, '$queryRaw'>): Promise<readonly Place[]> {
  const rows = await tx.$queryRaw<Place[]>`
    select t.relname as "table", a.attname as "column"
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid and t.relnamespace = 'public'::regnamespace
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname <> 'workspaceId'
    join pg_constraint p on p.conrelid = c.conrelid and p.contype = 'p'
    where c.contype = 'f' and c.confrelid = '"Customer"'::regclass
      and array(select k.attname::text from pg_attribute k
        where k.attrelid = p.conrelid and k.attnum = any(p.conkey) order by k.attname) = array['id', 'workspaceId']
    order by 1, 2`;
  return rows.filter(({ table }) => !OF_THE_RECORD.includes(table));
}

type Rows = Readonly<{ workspaceId: string; place: Place; where: Sql }>;

/** The ids of the rows of a place that `where` selects, as a query. */
export const idsAt = ({ workspaceId, place, where }: Rows): Sql =>
  sql`select id from ${sqlName(place.table)} where "workspaceId" = ${workspaceId}::uuid and ${where}`;

/** Points rows of a place at another customer, as a statement. */
export const pointTo = ({ workspaceId, place, where }: Rows, to: string): Sql =>
  sql`update ${sqlName(place.table)} set ${sqlName(place.column)} = ${to}::uuid
    where "workspaceId" = ${workspaceId}::uuid and ${where}`;

/** The condition that a row of a place points at this customer. */
export const pointsAt = ({ column }: Place, customerId: string): Sql =>
  sql`${sqlName(column)} = ${customerId}::uuid`;
