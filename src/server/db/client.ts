import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '@/server/env';
import { PrismaClient } from './generated/client';

export type Db = PrismaClient;
export type Tx = Parameters<Parameters<Db['$transaction']>[0]>[0];

const kept = globalThis as { kalauzDatabase?: Db };

/** One pool per process, opened on first use and kept across hot reloads. */
export function database(): Db {
  kept.kalauzDatabase ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL,
      idleTimeoutMillis: 30_000,
    }),
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
  return kept.kalauzDatabase;
}
