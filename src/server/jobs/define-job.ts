import type { z } from 'zod';

/** How a queue behaves; times in seconds. */
export type JobPolicy = Readonly<{
  /** Tries after the first one, with exponential back-off from `retryDelay` up to `retryDelayMax`. */
  retryLimit: number;
  retryDelay: number;
  retryDelayMax: number;
  /** Jobs fetched at once by one worker; at least 2, since pg-boss bursts only then. */
  batchSize: number;
}>;

/** The name and payload of one kind of background work: what `enqueue` needs to know. */
export type JobKind<Payload> = Readonly<{ name: string; payload: z.ZodType<Payload>; policy: JobPolicy }>;

const DEFAULT_POLICY: JobPolicy = { retryLimit: 8, retryDelay: 5, retryDelayMax: 3600, batchSize: 10 };

/** Declares a kind of job. Payloads are ids: the handler reads the rows again, and "gone" is a normal outcome. */
export function defineJob<Payload>(
  name: string,
  payload: z.ZodType<Payload>,
  policy: Partial<JobPolicy> = {},
): JobKind<Payload> {
  return { name, payload, policy: { ...DEFAULT_POLICY, ...policy } };
}

/** Thrown by a handler when trying again is pointless; the job goes to the dead letters with this reason. */
export class GiveUp extends Error {}
