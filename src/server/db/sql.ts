import { Prisma } from './generated/client';

export type Sql = Prisma.Sql;

/** A piece of SQL whose values are sent apart from its text; pieces can be put into one another. */
export const sql = Prisma.sql;

/** Pieces of SQL one after the other, with `separator` between them. Throws when there are none. */
export const joinSql = (pieces: readonly Sql[], separator: string): Sql =>
  Prisma.join([...pieces], separator);

/** Names of tables or columns, quoted, with commas between. */
export const sqlName = (...names: readonly string[]): Sql =>
  Prisma.raw(names.map((name) => `"${name.replaceAll('"', '""')}"`).join(', '));

/** A value as JSON text that PostgreSQL takes: without NUL and halves of surrogate pairs, which it refuses. */
export const sqlJson = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'string' ? each.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd') : each,
  );
