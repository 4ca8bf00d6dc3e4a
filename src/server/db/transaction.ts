import type { Context } from '@/server/context';
import type { Tx } from './client';

/** Another writer got there first. The work is safe to run again from the start. */
export class ConcurrentChange extends Error {}

const ATTEMPTS = 5;

/**
 * Runs `work` in one transaction and returns what it returns; on a lost race, runs it again on fresh data, with the number of
 * the try: 1 for the first.
 * Never do network I/O inside. Throws `ConcurrentChange` when five tries in a row lost.
 */
export async function transaction<Value>(
  ctx: Pick<Context, 'db'>,
  work: (tx: Tx, attempt: number) => Promise<Value>,
  /** How long it may take; as the client says, unless it is known to be much. */
  { seconds }: Readonly<{ seconds?: number }> = {},
): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      const now = attempt;
      const options = seconds === undefined ? {} : { timeout: seconds * 1000 };
      return await ctx.db.$transaction((tx) => work(tx, now), options);
    } catch (error) {
      if (!isLostRace(error) || attempt === ATTEMPTS) throw error;
      await new Promise((done) => setTimeout(done, attempt * 15));
    }
  }
}

/** Our own version check, a deadlock, a serialization failure, or two inserts of the same new row. */
export function isLostRace(error: unknown): boolean {
  if (error instanceof ConcurrentChange) return true;
  const { code, meta } = (error ?? {}) as Failure;
  if (code === 'P2034' || code === 'P2002') return true;
  // A statement of our own: what PostgreSQL said stands beside it (class 40: rolled back; 23505: unique).
  return /^(40\d{3}|40P01|23505)$/.test(meta?.driverAdapterError?.cause?.originalCode ?? '');
}

type Failure = Readonly<{
  code?: unknown;
  meta?: Readonly<{ driverAdapterError?: Readonly<{ cause?: Readonly<{ originalCode?: string }> }> }>;
}>;
