import type { TicketPromise } from '@/domain/promise/promise';

/** What promises came to. `rate` is kept / (kept + broken), from 0 to 1; null where nothing was decided. */
export type KeptPromises = Readonly<{
  kept: number;
  broken: number;
  /** Customers were told another time before the first one passed. */
  moved: number;
  rate: number | null;
}>;

type Counted = Pick<TicketPromise, 'keptAt' | 'brokenAt' | 'reason'>;

/**
 * The share of kept promises. Each counts once: broken ones for good, also when they were answered later; those that were
 * replaced in time, withdrawn, or whose ticket was solved, marked as spam or merged before are neither kept nor broken.
 */
export function keptPromises(promises: readonly Counted[]): KeptPromises {
  const kept = promises.filter(({ keptAt, brokenAt }) => keptAt && !brokenAt).length;
  const broken = promises.filter(({ brokenAt }) => brokenAt).length;
  const moved = promises.filter(({ reason, brokenAt }) => reason === 'replaced' && !brokenAt).length;
  return { kept, broken, moved, rate: kept + broken === 0 ? null : kept / (kept + broken) };
}
