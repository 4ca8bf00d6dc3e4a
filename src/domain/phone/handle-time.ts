export type Handled = Readonly<{ talkSeconds: number; holdSeconds: number; wrapUpSeconds: number }>;

/** Handle time of one call in seconds: talk, hold and after-call work. Ringing and waiting are not in it (contracts C.5). */
export const handleSeconds = ({ talkSeconds, holdSeconds, wrapUpSeconds }: Handled): number =>
  talkSeconds + holdSeconds + wrapUpSeconds;

/** Average handle time in seconds over handled calls (contracts G.7); null where there are none. */
export function averageHandleSeconds(calls: readonly Handled[]): number | null {
  if (calls.length === 0) return null;
  return Math.round(calls.reduce((sum, call) => sum + handleSeconds(call), 0) / calls.length);
}

/** After-call work of one call: it begins at hang-up and ends when the agent is done, at the latest at `until`. */
export type WrapUp = Readonly<{
  endedAt: Date | null;
  until: Date | null;
  finishedAt: Date | null;
  extended: boolean;
}>;

/** True while the agent is still at work on this call and takes no other. */
export function isWrappingUp({ endedAt, until, finishedAt }: WrapUp, at: Date): boolean {
  if (!endedAt || !until || finishedAt) return false;
  return at >= endedAt && at < until;
}

/** Seconds of after-call work until `at`. */
export function wrapUpSeconds({ endedAt, until, finishedAt }: WrapUp, at: Date): number {
  if (!endedAt || !until) return 0;
  const end = Math.min((finishedAt ?? at).getTime(), until.getTime());
  return Math.max(0, Math.round((end - endedAt.getTime()) / 1000));
}

/** The same again, once; null when it was extended before or is over. */
export function extendedWrapUp(
  wrapUp: WrapUp,
  { at, seconds }: Readonly<{ at: Date; seconds: number }>,
): Date | null {
  if (wrapUp.extended || !wrapUp.until || !isWrappingUp(wrapUp, at)) return null;
  return new Date(wrapUp.until.getTime() + seconds * 1000);
}
