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

/** Adds many jobs of one kind in the caller's transaction, with one statement. */
export async function enqueueAll<Payload extends object>(
  tx: Tx,
  kind: JobKind<Payload>,
  payloads: readonly NoInfer<Payload>[],
): Promise<void> {
  if (payloads.length === 0) return;
  await ensureQueue(kind as JobKind<unknown>);
  const client = await boss();
  await client.insert(
    kind.name,
    payloads.map((data) => ({ data })),
    { db: fromPrisma(tx) },
  );
}
