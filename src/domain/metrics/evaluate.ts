import {
  differ,
  type Interval,
  type Moments,
  meanInterval,
  type Weight,
  weightOf,
  Z_95,
} from '@/domain/metrics/intervals';
import { type HoursMode, type MetricDefinition, measuresOf } from '@/domain/metrics/registry';
import { wilsonInterval } from '@/domain/metrics/wilson';

/** How many of those who were asked have answered, between 0 and 1; `count` is how many were asked. */
type ResponseRate = Readonly<{
  value: number | null;
  count: number;
  interval: Interval | null;
  weight: Weight;
}>;

/** A number with how much it may say. Shares lie between 0 and 1, durations are minutes, points lie between −100 and 100. */
export type Evaluated = Readonly<{
  /** Null where there is nothing to count. */
  value: number | null;
  /** Of so many. */
  count: number;
  interval: Interval | null;
  /** `none`: too few to be shown; `uncertain`: to be shown grey, with its interval. */
  weight: Weight;
  /** Beside a score: how many of those who were asked in these days have answered; null of what nobody is asked for. */
  response: ResponseRate | null;
}>;

type Bare = Omit<Evaluated, 'response'>;

/** The sums of each measure, by its name. */
export type Sums = ReadonlyMap<string, Moments>;

const NOTHING: Moments = { count: 0, sum: 0, sumOfSquares: 0 };
const EMPTY: Bare = { value: null, count: 0, interval: null, weight: 'none' };

type Asked = Readonly<{
  hours: HoursMode;
  /** The end of the period, for what is asked of that moment. */
  at: Date;
  /** How many days are asked of, for what is known day by day. */
  days?: number;
}>;

/** What a metric is by the sums of its measures. */
export function evaluate(definition: MetricDefinition, sums: Sums, asked: Asked): Evaluated {
  const { response } = definition;
  const rate = response ? share(sums.get(response) ?? NOTHING) : null;
  return { ...bare(definition, sums, asked), response: rate };
}

function bare(definition: MetricDefinition, sums: Sums, { hours, at, days }: Asked): Bare {
  const [first = NOTHING, second = NOTHING] = measuresOf(definition, hours).map(
    (measure) => sums.get(measure) ?? NOTHING,
  );
  switch (definition.shape) {
    case 'share':
      return share(first);
    case 'mean':
      return mean(first);
    case 'net':
      return net(first);
    case 'count':
      return sound(first.count);
    case 'level':
      return sound(Math.round(first.sum));
    case 'age':
      return age(first.sum, second.sum, at);
    case 'ratio':
      return ratio(definition, sums);
    case 'per':
      return per(definition, sums, days);
  }
}

const weighed = (given: Omit<Bare, 'weight'>): Bare => ({
  ...given,
  weight: weightOf(given.count),
});

/** How many there are is no estimate: it holds however few. */
const sound = (count: number): Bare => ({ value: count, count, interval: null, weight: 'sound' });

const share = ({ count, sum }: Moments): Bare =>
  count === 0
    ? EMPTY
    : weighed({ value: sum / count, count, interval: wilsonInterval(Math.round(sum), count) });

const mean = (moments: Moments): Bare =>
  moments.count === 0
    ? EMPTY
    : weighed({
        value: moments.sum / moments.count,
        count: moments.count,
        interval: meanInterval(moments),
      });

/** Points of {+1, 0, −1} with the interval of their variance (contracts G.2). */
function net({ count, sum, sumOfSquares }: Moments): Bare {
  if (count === 0) return EMPTY;
  const middle = sum / count;
  const half = Z_95 * Math.sqrt(Math.max(0, sumOfSquares / count - middle * middle) / count);
  const interval = { low: Math.max(-100, (middle - half) * 100), high: Math.min(100, (middle + half) * 100) };
  return weighed({ value: middle * 100, count, interval });
}

const MINUTE = 60_000;

function age(standing: number, births: number, at: Date): Bare {
  const count = Math.round(standing);
  if (count <= 0) return EMPTY;
  return { value: at.getTime() / MINUTE - births / standing, count, interval: null, weight: 'sound' };
}

function ratio({ of, over = [] }: MetricDefinition, sums: Sums): Bare {
  const total = (measures: readonly string[]) =>
    measures.reduce((sum, measure) => sum + (sums.get(measure)?.sum ?? 0), 0);
  const count = of.reduce((sum, measure) => sum + (sums.get(measure)?.count ?? 0), 0);
  const below = total(over);
  return below <= 0 ? EMPTY : weighed({ value: total(of) / below, count, interval: null });
}

/** So much for each: nothing is told of days of which one has no amount, since it would be too little. */
function per({ of, over = [] }: MetricDefinition, sums: Sums, days: number | undefined): Bare {
  const [amounts = NOTHING] = of.map((measure) => sums.get(measure) ?? NOTHING);
  const count = over.reduce((sum, measure) => sum + (sums.get(measure)?.count ?? 0), 0);
  const isKnown = amounts.count > 0 && (days === undefined || amounts.count >= days);
  return count === 0 || !isKnown
    ? { ...EMPTY, count }
    : weighed({ value: amounts.sum / count, count, interval: null });
}

/** What two periods say of each other. `claim` is null where they may not be called different. */
export type Comparison = Readonly<{
  difference: number | null;
  claim: 'better' | 'worse' | 'higher' | 'lower' | null;
}>;

/** How a number compares with an earlier one: the difference in its own unit, and whether it may be claimed. */
export function compare(
  { better }: Pick<MetricDefinition, 'better'>,
  now: Evaluated,
  before: Evaluated,
): Comparison {
  if (now.value === null || before.value === null) return { difference: null, claim: null };
  const difference = now.value - before.value;
  if (difference === 0 || !differ(now, before)) return { difference, claim: null };
  const way = difference > 0 ? 'higher' : 'lower';
  if (better === null) return { difference, claim: way };
  return { difference, claim: way === better ? 'better' : 'worse' };
}
