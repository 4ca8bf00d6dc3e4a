import type { Db, Tx } from './client';

/**
 * Runs queries that are planned for their very values each time. Named statements soon keep one plan for all values, and a
 * plan for a rare word is ruinous for a common one.
 */
export function freshlyPlanned<Value>(db: Db, ask: (tx: Tx) => Promise<Value>): Promise<Value> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`set local plan_cache_mode = force_custom_plan`;
    return ask(tx);
  });
}
