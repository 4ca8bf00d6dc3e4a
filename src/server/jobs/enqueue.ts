import { fromPrisma } from 'pg-boss';
import type { Tx } from '@/server/db/client';
import { boss, ensureQueue } from './boss';
import type { JobKind } from './define-job';

/** Adds a job in the caller's transaction: no commit, no job. It runs at once, or at `runAt`. */
export async function enqueue<Payload extends object>(
  tx: Tx,
  kind: JobKind<Payload>,
  ...[payload, { runAt } = {}]: [Payload, Readonly<{ runAt?: Date }>?]
): Promise<void> {
  await ensureQueue(kind as JobKind<unknown>);
  const client = await boss();
  await client.send(kind.name, payload, { db: fromPrisma(tx), ...(runAt && { startAfter: runAt }) });
}
