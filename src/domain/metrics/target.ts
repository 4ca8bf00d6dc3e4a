import type { Evaluated } from '@/domain/metrics/evaluate';

type Judged = Pick<Evaluated, 'value' | 'interval' | 'weight'>;

/**
 * Whether a number reaches what is wanted of it; null where that may not be said (contracts G, small samples): of fewer than 5
 * cases never, of fewer than 30 only where the whole interval lies on one side, and where neither way is better.
 */
export function reachesTarget(
  { value, interval, weight }: Judged,
  { target, better }: Readonly<{ target: number; better: 'higher' | 'lower' | null }>,
): boolean | null {
  if (value === null || better === null || weight === 'none') return null;
  const reaches = (given: number) => (better === 'higher' ? given >= target : given <= target);
  if (weight === 'sound') return reaches(value);
  if (!interval) return null;
  const [low, high] = [reaches(interval.low), reaches(interval.high)];
  return low === high ? low : null;
}
