/** How the first solution of a ticket went on, in days after it; null where that did not happen. */
export type AfterSolution = Readonly<{
  /** Human answers until the solution, and within the days that are looked at after it. */
  replies: number;
  /** The first time that it came back, a bare "thank you" included. */
  reopenedAfter: number | null;
  /** The first time that it came back for more than thanks. */
  genuinelyReopenedAfter: number | null;
  /** The first further contact about the same: same customer or organization, any channel, a common tag or a link. */
  repeatedAfter: number | null;
}>;

/** First contact resolution by each way of counting (contracts G.4); 1 is resolved at first contact. */
export type Fcr = Readonly<Record<'a' | 'b' | 'bGenuine' | 'c' | 'd', 0 | 1>>;

/**
 * A: one answer sufficed. B: not reopened within `days`; B′ ignores bare thanks. C: no further contact about the same within
 * `days`, where a genuine reopening is one. D: A, B′ and C together.
 */
export function firstContact(after: AfterSolution, days: number): Fcr {
  const within = (moment: number | null) => moment !== null && moment <= days;
  const a = after.replies === 1;
  const bGenuine = !within(after.genuinelyReopenedAfter);
  const c = bGenuine && !within(after.repeatedAfter);
  const bit = (holds: boolean) => (holds ? 1 : 0);
  return {
    a: bit(a),
    b: bit(!within(after.reopenedAfter)),
    bGenuine: bit(bGenuine),
    c: bit(c),
    d: bit(a && bGenuine && c),
  };
}
