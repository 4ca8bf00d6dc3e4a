const FEWEST = 3;
const STEP_SECONDS = 30;
/** Of ten visitors, eight waited no longer than what we say. */
const SHARE = 0.8;

/**
 * How long a visitor who comes now will probably wait, in seconds, rounded up to half minutes: what four of five of the
 * recent ones did not exceed. Null when nobody can honestly say: fewer than three recent waits, or somebody in the queue
 * has already waited longer than any of them.
 */
export function expectedWait(recentMs: readonly number[], longestNowMs: number): number | null {
  const waits = [...recentMs].sort((a, b) => a - b);
  const longest = waits.at(-1);
  if (waits.length < FEWEST || longest === undefined || longestNowMs > longest) return null;
  const usual = waits[Math.ceil(waits.length * SHARE) - 1] ?? longest;
  return Math.max(1, Math.ceil(usual / 1000 / STEP_SECONDS)) * STEP_SECONDS;
}
