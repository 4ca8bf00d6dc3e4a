import { type Interval, Z_95 } from '@/domain/metrics/intervals';

/** A share of a whole, between 0 and 1, of so many, with its 95 % interval. */
export type Share = Readonly<{
  count: number;
  hits: number;
  share: number | null;
  interval: Interval | null;
}>;

/**
 * Wilson's 95 % score interval of a share of `hits` in `count`, both ends between 0 and 1; null where there is nothing to
 * count. E. B. Wilson 1927: centre (p + z²/2n) / (1 + z²/n), half width z √(p(1−p)/n + z²/4n²) / (1 + z²/n).
 */
export function wilsonInterval(hits: number, count: number): Interval | null {
  if (count === 0) return null;
  const share = hits / count;
  const square = Z_95 * Z_95;
  const whole = 1 + square / count;
  const centre = (share + square / (2 * count)) / whole;
  const half = (Z_95 * Math.sqrt((share * (1 - share)) / count + square / (4 * count * count))) / whole;
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** The share of `hits` in `count` with its interval; both are null where there is nothing to count. */
export const shareOf = (hits: number, count: number): Share => ({
  count,
  hits,
  share: count === 0 ? null : hits / count,
  interval: wilsonInterval(hits, count),
});
