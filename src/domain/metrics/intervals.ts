/** The span in which the true value lies with 95 % confidence, in the unit of the value itself. */
export type Interval = Readonly<{ low: number; high: number }>;

/** The 97.5 % quantile of the normal distribution: the z of 95 % confidence. */
export const Z_95 = 1.959963984540054;

// The 97.5 % quantiles of Student's t distribution for 1 … 9 degrees of freedom.
const T_95 = [12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157];

/**
 * The 97.5 % quantile of Student's t distribution: by table up to nine degrees of freedom, beyond them by the expansion of
 * Cornish and Fisher (Abramowitz and Stegun 26.7.5), which is right to four decimals there.
 */
export function studentT(degrees: number): number {
  const fromTable = T_95[degrees - 1];
  if (fromTable !== undefined) return fromTable;
  const z = Z_95;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, index) => sum + term / degrees ** (index + 1), z);
}

/** Count, sum and sum of squares of values: what a mean and its interval need, as SQL can sum it up. */
export type Moments = Readonly<{ count: number; sum: number; sumOfSquares: number }>;

/** How many answers gave a score: what a query groups answers into. */
export type ScoreCount = Readonly<{ score: number; count: number }>;

/** How many of the answers meet the test. */
export const countOf = (
  answers: readonly ScoreCount[],
  meets: (score: number) => boolean = () => true,
): number => answers.reduce((sum, { score, count }) => (meets(score) ? sum + count : sum), 0);

/** The moments of the scores. */
export const momentsOf = (answers: readonly ScoreCount[]): Moments => ({
  count: countOf(answers),
  sum: answers.reduce((sum, { score, count }) => sum + score * count, 0),
  sumOfSquares: answers.reduce((sum, { score, count }) => sum + score * score * count, 0),
});

/** The mean in the unit of the values; null where there are none. */
export const meanOf = ({ count, sum }: Moments): number | null => (count === 0 ? null : sum / count);

/** The 95 % t-interval of a mean; null for fewer than two values, which say nothing of how they scatter. */
export function meanInterval({ count, sum, sumOfSquares }: Moments): Interval | null {
  if (count < 2) return null;
  const mean = sum / count;
  const variance = Math.max(0, sumOfSquares - count * mean * mean) / (count - 1);
  const half = studentT(count - 1) * Math.sqrt(variance / count);
  return { low: mean - half, high: mean + half };
}

/** How much so many values may say: nothing below 5, something with its interval below 30, and then the number itself. */
export type Weight = 'none' | 'uncertain' | 'sound';

/** How a number of so many values is to be shown. */
export function weightOf(count: number): Weight {
  if (count < 5) return 'none';
  return count < 30 ? 'uncertain' : 'sound';
}

/** Whether two numbers may be called different: only where both may be shown and their intervals do not overlap. */
export function differ(
  one: Readonly<{ count: number; interval: Interval | null }>,
  other: Readonly<{ count: number; interval: Interval | null }>,
): boolean {
  if (weightOf(one.count) === 'none' || weightOf(other.count) === 'none') return false;
  if (!one.interval || !other.interval) return false;
  return one.interval.high < other.interval.low || other.interval.high < one.interval.low;
}
