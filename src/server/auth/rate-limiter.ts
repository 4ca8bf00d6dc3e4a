import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { type Db, database } from '@/server/db/client';

type Query = Readonly<{ text: string; values: readonly unknown[] }>;

export type Limit = Readonly<{ points: number; seconds: number }>;

const limiters = new Map<string, RateLimiterPostgres>();

/** The counter of this name over all processes, in the database; made once per process. */
export function rateLimiter(name: string, { points, seconds }: Limit): RateLimiterPostgres {
  const known = limiters.get(name);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: storeOn(database),
    storeType: 'client',
    tableName: 'RateLimit',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
  });
  limiters.set(name, made);
  return made;
}

/** What the limiter asks of a PostgreSQL client, answered through our own pool. */
function storeOn(db: () => Db) {
  return {
    query: async ({ text, values }: Query) => {
      const found = await db().$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
      const rows = found.map((row) => ({
        ...row,
        expire: row['expire'] == null ? null : Number(row['expire']),
      }));
      return { rows, rowCount: rows.length };
    },
  };
}
