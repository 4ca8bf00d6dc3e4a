/** A stretch in which somebody had the ticket in front of them, or a later correction of such, in seconds. */
export type PastFocus = Readonly<{ at: Date; seconds: number; corrects: boolean }>;

/** Calls and chats have handle times of their own (contracts G.7). */
const OF_THEIR_OWN = ['phone', 'chat'];

/**
 * The minutes that everybody together handled a ticket until it was solved (contracts G.7b): sessions that began before, and all
 * corrections. Null where nothing was measured, and for calls and chats.
 */
export function handleMinutes(
  channel: string | null,
  focus: readonly PastFocus[],
  solvedAt: Date,
): number | null {
  if (OF_THEIR_OWN.includes(channel ?? '')) return null;
  const counted = focus.filter(({ at, corrects }) => corrects || at <= solvedAt);
  const seconds = counted.reduce((sum, each) => sum + each.seconds, 0);
  return seconds > 0 ? seconds / 60 : null;
}
