import { type Fact, NO_DIMENSIONS, valuesOf } from '@/domain/metrics/facts';

const MINUTE = 60_000;

/** From one instant to another. */
type Stretch = Readonly<{ from: Date; until: Date }>;

/** A stretch in which a member was there; `online` is taking work, a break is paid as well. */
export type Presence = Stretch &
  Readonly<{
    userId: string;
    state: string;
    teamId: string | null;
    /** Calls with what follows them, and chats; several may go on at once. */
    busy: readonly Stretch[];
  }>;

/**
 * How a member spent a stretch (contracts G.12), day by day of the workspace: minutes on calls and chats, where those that go on at
 * once count once, minutes of waiting for work, and minutes that are paid. `midnights` are the beginnings of days within it.
 */
export function presenceFacts(presence: Presence, midnights: readonly Date[]): Fact[] {
  const { from, until, userId, teamId, state } = presence;
  const borders = [from, ...midnights.filter((at) => at > from && at < until), until];
  return borders.slice(0, -1).map((begin, sequence) => {
    const part = { from: begin, until: borders[sequence + 1] ?? until };
    const [all, busy] = [minutesOf([part]), minutesOf(withinOne(presence.busy, part))];
    const online = state === 'online';
    const values = valuesOf('presence', {
      available_time: online ? all : null,
      paid_time: all,
      busy_time: busy,
      idle_time: online ? all - busy : null,
    });
    const about = { ...NO_DIMENSIONS, agentId: userId, teamId, ticketId: null, customerId: null };
    return { ...about, kind: 'presence' as const, sequence, at: begin, excluded: null, values };
  });
}

const minutesOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, until }) => sum + (until.getTime() - from.getTime()) / MINUTE, 0);

/** What of these stretches lies within another one, where those that overlap become one. */
function withinOne(stretches: readonly Stretch[], whole: Stretch): Stretch[] {
  const cut = stretches
    .map(({ from, until }) => ({
      from: from > whole.from ? from : whole.from,
      until: until < whole.until ? until : whole.until,
    }))
    .filter(({ from, until }) => from < until)
    .toSorted((a, b) => a.from.getTime() - b.from.getTime());
  const joined: Stretch[] = [];
  for (const next of cut) {
    const last = joined.at(-1);
    if (!last || next.from > last.until) joined.push(next);
    else if (next.until > last.until) joined.splice(-1, 1, { from: last.from, until: next.until });
  }
  return joined;
}
