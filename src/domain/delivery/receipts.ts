import type { DeliveryState } from './delivery';

/** What is known of one part of a message that we sent. */
export type PartState = 'sent' | 'delivered' | 'read' | 'failed';

const RANK = { sent: 1, delivered: 2, read: 3, failed: 4 } as const satisfies Record<PartState, number>;

/**
 * The state of a part once `told` is heard, in whatever order reports come: sent, delivered, read; a failure ends it, except
 * that what was read or delivered has not failed (contracts D.2).
 */
export function laterState(known: PartState | null, told: PartState): PartState {
  if (known === null) return told;
  if (told === 'failed') return known === 'delivered' || known === 'read' ? known : 'failed';
  return RANK[told] > RANK[known] ? told : known;
}

/**
 * The state of a message all parts of which have left: failed when one of them failed, else as far as the slowest of them
 * came. Null for none.
 */
export function stateOfParts(parts: readonly PartState[]): Extract<DeliveryState, PartState> | null {
  if (parts.includes('failed')) return 'failed';
  const [first, ...others] = parts;
  if (first === undefined) return null;
  return others.reduce((slowest, state) => (RANK[state] < RANK[slowest] ? state : slowest), first);
}
