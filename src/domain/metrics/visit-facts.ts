import { type HelpVisitFacts, isDeflected } from '@/domain/metrics/deflection';
import { type Fact, valuesOf } from '@/domain/metrics/facts';
import { type About, factsOf } from '@/domain/metrics/line-facts';

/** One visit to the help centre. */
export type PastVisit = About & HelpVisitFacts & Readonly<{ startedAt: Date }>;

/** What a visit counts as (contracts G.14): as one, and as one that helped itself where it wanted something. */
export function visitFacts(visit: PastVisit): Fact[] {
  const { intentAt, startedAt } = visit;
  const at = intentAt === null ? startedAt : new Date(intentAt);
  const deflection = intentAt === null ? null : Number(isDeflected(visit));
  return factsOf('visit', { ...visit, at }, valuesOf('visit', { visits: 1, deflection }));
}
