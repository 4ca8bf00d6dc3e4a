import { type HelpVisitFacts, isDeflected } from '@/domain/metrics/deflection';
import { type Fact, valuesOf } from '@/domain/metrics/facts';
import { type About, factsOf } from '@/domain/metrics/line-facts';

/** One visit to the help centre. */
export type PastVisit = About & HelpVisitFacts & Readonly<{ startedAt: Date }>;

/**
 * What a visit counts as (contracts G.14): as one, and as one that helped itself. Who wanted nothing, and only read, is counted as neither:
 * of those who are not signed in nobody knows.
 */
export function visitFacts(visit: PastVisit): Fact[] {
  const { intentAt } = visit;
  if (intentAt === null) return [];
  const deflection = Number(isDeflected(visit));
  return factsOf('visit', { ...visit, at: new Date(intentAt) }, valuesOf('visit', { visits: 1, deflection }));
}
