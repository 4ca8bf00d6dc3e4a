import type { JobResult } from 'pg-boss';
import { log } from '@/server/log';
import { boss, ensureQueue } from './boss';
import { GiveUp, type JobKind } from './define-job';
import { eachOf } from './each-of';

/** What became of one job of a batch: done, or the error that it ended with. */
export type Outcome = Readonly<{ ok: true }> | Readonly<{ ok: false; error: unknown }>;

type Pace = Readonly<{
  /** Jobs at the same time. */
  concurrency: number;
  /** Waited for before each batch. */
  before: () => Promise<void>;
}>;

/** Handles each job of this kind by itself, many at a time. */
export function workOnEach<Payload>(
  kind: JobKind<Payload>,
  { concurrency, before }: Pace,
  run: (payload: Payload) => Promise<void>,
): Promise<void> {
  return workOnBatches(kind, async (payloads) => {
    await before();
    return eachOf(payloads, concurrency, (payload) => outcomeOf(() => run(payload)));
  });
}

/**
 * Handles jobs of this kind in batches, one batch after the other, in the order in which they were enqueued. `run` gives
 * one outcome per payload, in the same order. A failed job is tried again by its policy; one that threw `GiveUp` is not.
 */
export async function workOnBatches<Payload>(
  kind: JobKind<Payload>,
  run: (payloads: readonly Payload[]) => Promise<readonly Outcome[]>,
): Promise<void> {
  await ensureQueue(kind as JobKind<unknown>);
  const client = await boss();
  const options = {
    batchSize: kind.policy.batchSize,
    pollingIntervalSeconds: 1,
    // While notifications work, idle polling is a back-stop for due retries and delayed jobs.
    notifyPollingIntervalSeconds: 1,
    burstWhenBatchFull: true,
    perJobResults: true,
  } as const;
  await client.work(kind.name, options, async (jobs): Promise<JobResult[]> => {
    const outcomes = await run(jobs.map(({ data }) => kind.payload.parse(data)));
    return jobs.map(({ id }, index) => resultOf(kind.name, id, outcomes[index]));
  });
}

/** Runs `work` and says how it ended, so that one job's error does not fail its neighbours. */
async function outcomeOf(work: () => Promise<void>): Promise<Outcome> {
  try {
    await work();
    return { ok: true };
  } catch (error) {
    return { ok: false, error };
  }
}

function resultOf(...[name, id, outcome]: [string, string, Outcome | undefined]): JobResult {
  if (outcome?.ok) return { id, status: 'completed' };
  const error = outcome?.error ?? new Error('the handler gave no outcome');
  log().error({ error, job: name, id }, 'a job failed');
  const output = { message: error instanceof Error ? error.message : String(error) };
  return { id, status: error instanceof GiveUp ? 'deadletter' : 'failed', output };
}
