import { PrismaPg } from '@prisma/adapter-pg';
import type { Db } from '@/server/db/client';
import { PrismaClient } from '@/server/db/generated/client';

/** A database client that tells every statement it sent since it was last asked. */
export function countingDatabase(): { db: Db; statements: () => string[]; close: () => Promise<void> } {
  let seen: string[] = [];
  const db = new PrismaClient({
    adapter: new PrismaPg({ connectionString: process.env['DATABASE_URL'] ?? '' }),
    log: [{ emit: 'event', level: 'query' }],
  });
  db.$on('query', ({ query }) => {
    seen.push(query);
  });
  return {
    db: db as unknown as Db,
    statements: () => {
      const told = seen;
      seen = [];
      return told;
    },
    close: () => db.$disconnect(),
  };
}
