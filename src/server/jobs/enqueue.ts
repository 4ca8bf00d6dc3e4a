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

/** Adds jobs that run at once, in the caller's transaction and by one statement. */
export async function enqueueMany<Payload extends object>(
  tx: Tx,
  kind: JobKind<Payload>,
  payloads: readonly NoInfer<Payload>[],
): Promise<void> {
  if (payloads.length === 0) return;
  await ensureQueue(kind as JobKind<unknown>);
  const client = await boss();
  const jobs = payloads.map((data) => ({ data }));
  await client.insert(kind.name, jobs, { db: fromPrisma(tx) });
}
