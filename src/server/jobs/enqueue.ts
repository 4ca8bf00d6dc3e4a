import { fromPrisma } from 'pg-boss';
import type { Tx } from '@/server/db/client';
import { boss, ensureQueue } from './boss';
import type { JobKind } from './define-job';

export type JobTiming = Readonly<{
  runAt?: Date;
  /** A second job of this kind with the same key is not added while the first is waiting. */
  uniqueKey?: string;
}>;

/** Adds a job in the caller's transaction: no commit, no job. */
export async function enqueue<Payload extends object>(
  tx: Tx,
  kind: JobKind<Payload>,
  ...[payload, timing = {}]: [Payload, JobTiming?]
): Promise<void> {
  await ensureQueue(kind as JobKind<unknown>);
  const client = await boss();
  await client.send(kind.name, payload, {
    db: fromPrisma(tx),
    ...(timing.runAt && { startAfter: timing.runAt }),
    ...(timing.uniqueKey && { singletonKey: timing.uniqueKey }),
  });
}
