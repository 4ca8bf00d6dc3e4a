import type { LineRow } from './ticket-rows';

/** A line as it is shown: `left` when the ticket is no longer in the view but has not been taken away yet. */
export type ShownRow = LineRow & Readonly<{ left?: boolean }>;

type Settled = Readonly<{
  rows: readonly ShownRow[];
  /** Tickets that would stand above, had the lines been allowed to move. */
  arrived: number;
}>;

/**
 * The lines where the reader left them, with what is now known of each, so that nothing moves under the pointer: what is
 * new is only counted, and what has gone stays in its place, marked.
 */
export function settle(shown: readonly LineRow[], fresh: readonly LineRow[]): Settled {
  const now = new Map(fresh.map((row) => [row.id, row]));
  const before = new Map(shown.map((row) => [row.id, row]));
  const newest = Math.max(0, ...shown.map((row) => row.activityAt.getTime()));
  return {
    rows: shown.map((row) => now.get(row.id) ?? { ...row, left: true }),
    arrived:
      fresh.filter((row) => !before.has(row.id) && row.activityAt.getTime() >= newest).length +
      moved(before, now),
  };
}

/** Tickets that are shown already and have had news that would lift them to another place. */
function moved(before: ReadonlyMap<string, LineRow>, now: ReadonlyMap<string, LineRow>): number {
  const order = (rows: ReadonlyMap<string, LineRow>, others: ReadonlyMap<string, LineRow>) =>
    [...rows.keys()].filter((id) => others.has(id));
  const [was, is] = [order(before, now), order(now, before)];
  const lifted = [...now.values()].filter(({ id, activityAt }) => {
    const old = before.get(id);
    return old !== undefined && activityAt > old.activityAt && is.indexOf(id) < was.indexOf(id);
  });
  return lifted.length;
}

/** Whether showing `fresh` in the place of `shown` moves no line. */
export function staysInPlace(shown: readonly LineRow[], fresh: readonly LineRow[]): boolean {
  return shown.length === fresh.length && shown.every((row, index) => row.id === fresh[index]?.id);
}
