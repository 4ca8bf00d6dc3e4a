import type { ViewCondition } from '@/domain/condition/view-fields';
import { wideParts } from '@/domain/view/plan';
import type { Tx } from '@/server/db/client';
import { countedSql } from './count-view';
import type { ViewMoment } from './view-sql';

/** The most that PostgreSQL may reckon a view to cost, in its own units: about what a hundred thousand rows by an index cost. */
const MOST_COST = 500_000;

/** Why a view is refused: parts through which it would read all tickets, or what it would cost on this database as it is. */
export type PlanRefused =
  | Readonly<{ code: 'view.scans'; parts: readonly ViewCondition[] }>
  | Readonly<{ code: 'view.costly' }>;

type Plan = readonly Readonly<{ Plan: Readonly<{ 'Total Cost': number }> }>[];

/**
 * Looks at how a view would be read, before it is saved: first at its conditions, of which one on each way in must be known to
 * an index as narrow, however many years of tickets there will be; then at what the database reckons that its counters cost
 * now. Reads no ticket. Null when all is well.
 */
export async function planRefusal(
  tx: Pick<Tx, '$queryRaw'>,
  { workspaceId, ...at }: ViewMoment & Readonly<{ workspaceId: string }>,
  { conditions, most = MOST_COST }: Readonly<{ conditions: ViewCondition | null; most?: number }>,
): Promise<PlanRefused | null> {
  const parts = wideParts(conditions);
  if (conditions === null || parts.length > 0) return { code: 'view.scans', parts };
  const counted = countedSql(workspaceId, conditions, at);
  const rows = await tx.$queryRaw<{ 'QUERY PLAN': Plan }[]>`explain (format json) ${counted}`;
  const cost = rows[0]?.['QUERY PLAN'][0]?.Plan['Total Cost'] ?? 0;
  return cost > most ? { code: 'view.costly' } : null;
}
