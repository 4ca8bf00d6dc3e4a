/** What people are asked to agree to. */
export const CONSENT_KINDS = ['marketing', 'calls', 'profiling', 'recording', 'surveys', 'privacy'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** One line of the ledger, as far as it decides what holds. */
export type ConsentLine = Readonly<{
  kind: string;
  given: boolean;
  /** The customer said it themselves, signed in. */
  byCustomer: boolean;
}>;

/**
 * True when staff, or a program, may write down what a customer is said to have agreed to or taken back. Who has taken it back
 * themselves gives it again themselves (GDPR, article 7(1): it is for us to show that they did). `latest` is the newest line of
 * the kind; null for none.
 */
export const mayRecordFor = (latest: ConsentLine | null, given: boolean): boolean =>
  !given || !latest || latest.given || !latest.byCustomer;

/**
 * True when a tick in a form is a consent. Whoever is signed in as the customer gives it anew, whatever stood before; a visitor
 * who merely typed the address takes nothing back that was taken back, by whomever.
 */
export const tickCounts = (latest: ConsentLine | null, proven: boolean): boolean =>
  proven || !latest || latest.given;

/** What holds of each kind that there is a line of: its newest. `lines` are the newest first. */
export function standingOf<Line extends ConsentLine>(lines: readonly Line[]): readonly Line[] {
  const seen = new Set<string>();
  return lines.filter(({ kind }) => !seen.has(kind) && seen.add(kind));
}
