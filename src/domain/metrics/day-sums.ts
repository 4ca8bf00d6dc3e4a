import { FACT_KINDS, type Fact } from '@/domain/metrics/facts';

/** By what facts are summed up day by day. */
export const DAY_DIMENSIONS = [
  'all',
  'channel',
  'account',
  'team',
  'agent',
  'language',
  'tag',
  'priority',
  'type',
  'tier',
  'hour',
] as const;
export type DayDimension = (typeof DAY_DIMENSIONS)[number];

/** A fact with its place in the workspace's days. */
export type PlacedFact = Fact & Readonly<{ day: string; hour: number }>;

/** What is added to the sums of one measure on one day, for one value of one dimension. */
export type DaySum = Readonly<{
  measure: string;
  dimension: DayDimension;
  value: string;
  day: string;
  count: number;
  sum: number;
  squares: number;
}>;

/** The values of each dimension under which a fact is summed up; a fact with three tags stands under each of them. */
export function dimensionValues(fact: PlacedFact): [DayDimension, string][] {
  const tags = fact.tagIds.length > 0 ? fact.tagIds : [''];
  return [
    ['all', ''],
    ['channel', fact.channel ?? ''],
    ['account', fact.channelAccountId ?? ''],
    ['team', fact.teamId ?? ''],
    ['agent', fact.agentId ?? ''],
    ['language', fact.language ?? ''],
    ['priority', fact.priority ?? ''],
    ['type', fact.type ?? ''],
    ['tier', fact.tier ?? ''],
    ['hour', String(fact.hour)],
    ...tags.map((tag): [DayDimension, string] => ['tag', tag]),
  ];
}

/** What facts that came and facts that went change in the sums; what cancels out is left out. In one fixed order. */
export function dayChanges(changes: readonly Readonly<{ fact: PlacedFact; sign: 1 | -1 }>[]): DaySum[] {
  const sums = new Map<string, DaySum>();
  for (const { fact, sign } of changes) {
    if (fact.excluded === null) addTo(sums, fact, sign);
  }
  return [...sums]
    .filter(([, { count, sum, squares }]) => count !== 0 || sum !== 0 || squares !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => sum);
}

function addTo(sums: Map<string, DaySum>, fact: PlacedFact, sign: 1 | -1): void {
  const { day, values } = fact;
  const places = dimensionValues(fact);
  for (const [index, measure] of FACT_KINDS[fact.kind].entries()) {
    const number = values[index] ?? null;
    if (number === null) continue;
    for (const [dimension, value] of places) {
      const key = `${measure}\t${dimension}\t${value}\t${day}`;
      const known = sums.get(key) ?? { measure, dimension, value, day, count: 0, sum: 0, squares: 0 };
      sums.set(key, {
        ...known,
        count: known.count + sign,
        sum: known.sum + sign * number,
        squares: known.squares + sign * number * number,
      });
    }
  }
}
