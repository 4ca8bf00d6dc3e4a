/** More minutes than anybody spends on one ticket. */
export const MOST_MINUTES = 6000;

/** Seconds that a correction adds, or takes away when negative, so that the whole is `minutes`; 0 where it is so already. */
export function correctionTo(minutes: number, seconds: number): number {
  return shownMinutes(seconds) === minutes ? 0 : minutes * 60 - seconds;
}

/** Seconds as people read them: whole minutes, and one for whatever is less and not nothing. */
export const shownMinutes = (seconds: number): number =>
  seconds > 0 ? Math.max(1, Math.round(seconds / 60)) : 0;
