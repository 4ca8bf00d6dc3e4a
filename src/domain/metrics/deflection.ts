/** One visit to the help centre, as far as it says whether somebody helped themselves. Moments in milliseconds since 1970. */
export type HelpVisitFacts = Readonly<{
  /** When the visitor first searched or opened the request form; null when they only read. */
  intentAt: number | null;
  /** When they first saw an article or a suggestion of one; null when they saw none. */
  seenAt: number | null;
  /** When they, or the customer who they are, opened tickets by any channel. */
  ticketsAt: readonly number[];
}>;

/** Contracts G.14: counts, and the shares that follow; a share of nothing is null. */
export type SelfService = Readonly<{
  sessions: number;
  withIntent: number;
  deflected: number;
  /** Deflected sessions of those with intent, from 0 to 1. */
  deflection: number | null;
  /** Sessions for each ticket. */
  ratio: number | null;
}>;

const DAY = 86_400_000;

/** True when the visitor wanted something, saw an answer, and opened no ticket by any channel within 24 hours. */
export function isDeflected({ intentAt, seenAt, ticketsAt }: HelpVisitFacts): boolean {
  if (intentAt === null || seenAt === null) return false;
  return !ticketsAt.some((at) => at >= intentAt && at < intentAt + DAY);
}

/** What visits and the number of tickets of the same time add up to (contracts G.14). Reading alone is no deflection. */
export function selfService(visits: readonly HelpVisitFacts[], tickets: number): SelfService {
  const withIntent = visits.filter(({ intentAt }) => intentAt !== null).length;
  const deflected = visits.filter(isDeflected).length;
  return {
    sessions: visits.length,
    withIntent,
    deflected,
    deflection: withIntent > 0 ? deflected / withIntent : null,
    ratio: tickets > 0 ? visits.length / tickets : null,
  };
}
