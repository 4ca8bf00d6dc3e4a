import { type Fact, NO_DIMENSIONS, valuesOf } from '@/domain/metrics/facts';

/** What support costs in a month, everything included, in whole units of the currency; its days in order. */
export type MonthCost = Readonly<{ amount: number; days: readonly Date[] }>;

/** A month's cost as that of its days, each the same part of it (contracts G.15). */
export const costFacts = ({ amount, days }: MonthCost): Fact[] =>
  days.map((at, sequence) => ({
    ...NO_DIMENSIONS,
    kind: 'cost',
    ...{ sequence, at, ticketId: null, customerId: null, excluded: null },
    values: valuesOf('cost', { support_cost: amount / days.length }),
  }));
