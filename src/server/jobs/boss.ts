import { PgBoss } from 'pg-boss';
import { env } from '@/server/env';
import { log } from '@/server/log';
import type { JobKind } from './define-job';

/** Where jobs lie that were given up; the health page shows them. */
export const DEAD = 'dead';
const kept = globalThis as { kalauzBoss?: Promise<PgBoss>; kalauzQueues?: Map<string, Promise<void>> };

/** The queue's client in this process, started on first use. The worker supervises; the web only sends. */
export function boss(): Promise<PgBoss> {
  kept.kalauzBoss ??= startBoss();
  return kept.kalauzBoss;
}

async function startBoss(): Promise<PgBoss> {
  const worker = env().PROCESS === 'worker';
  const client = new PgBoss({
    connectionString: env().DATABASE_URL,
    schema: 'jobs',
    max: worker ? 6 : 2,
    useListenNotify: worker,
    supervise: worker,
    schedule: worker,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  client.on('error', (error) => log().error({ error }, 'job queue'));
  await client.start();
  await client.createQueue(DEAD);
  return client;
}

/** Creates the queue of this kind of job once per process. */
export function ensureQueue(kind: JobKind<never> | JobKind<unknown>): Promise<void> {
  kept.kalauzQueues ??= new Map();
  const known = kept.kalauzQueues.get(kind.name);
  if (known !== undefined) return known;
  const made = createQueue(kind);
  kept.kalauzQueues.set(kind.name, made);
  made.catch(() => kept.kalauzQueues?.delete(kind.name));
  return made;
}

async function createQueue({ name, policy }: JobKind<never> | JobKind<unknown>): Promise<void> {
  const client = await boss();
  const options = {
    notify: true,
    retryLimit: policy.retryLimit,
    retryDelay: policy.retryDelay,
    retryBackoff: true,
    retryDelayMax: policy.retryDelayMax,
    heartbeatSeconds: 15,
    deadLetter: DEAD,
  };
  await client.createQueue(name, options);
  await client.updateQueue(name, options);
}

/** Ends this process's part of the queue; running handlers get up to five seconds. */
export async function stopBoss(): Promise<void> {
  const started = kept.kalauzBoss;
  delete kept.kalauzBoss;
  delete kept.kalauzQueues;
  if (started) await (await started).stop({ graceful: true, timeout: 5_000 });
}
