const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long to wait after each failed try (contracts A.6). */
const WAITS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR] as const;

/** When to try again after `attempts` tries, the last of which ended at `at`; null when it is time to give up. */
export function nextTry(attempts: number, at: Date): Date | null {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? null : new Date(at.getTime() + wait);
}

const SECOND = 1_000;

/** In a conversation somebody waits on the other side: the first tries come quickly, and after a day it is too late. */
const LIVE_WAITS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR] as const;

/**
 * When to try again to hand over a message of a conversation; never before the vendor wants to be asked again
 * (`retryAfterSeconds`); null when it is time to give up.
 */
export function nextLiveTry(attempts: number, at: Date, retryAfterSeconds: number | null): Date | null {
  const wait = LIVE_WAITS[attempts - 1];
  if (wait === undefined) return null;
  return new Date(at.getTime() + Math.max(wait, (retryAfterSeconds ?? 0) * SECOND));
}
