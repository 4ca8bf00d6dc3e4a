const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long to wait after each failed try (contracts A.6). */
const WAITS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR] as const;

/** When to try again after `attempts` tries, the last of which ended at `at`; null when it is time to give up. */
export function nextTry(attempts: number, at: Date): Date | null {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? null : new Date(at.getTime() + wait);
}
