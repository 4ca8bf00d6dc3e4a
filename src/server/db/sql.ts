import { Prisma } from './generated/client';

export type Sql = Prisma.Sql;

/** A piece of SQL whose values are sent apart from its text; pieces can be put into one another. */
export const sql = Prisma.sql;

/** Pieces of SQL one after the other, with `separator` between them. Throws when there are none. */
export const joinSql = (pieces: readonly Sql[], separator: string): Sql =>
  Prisma.join([...pieces], separator);
