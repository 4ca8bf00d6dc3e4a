import type { Interval, Weight } from '@/domain/metrics/intervals';

/** What is known of a person's colleagues together; nobody of them can be told from it. */
export type TeamMiddle = Readonly<{ median: number; people: number }>;

/** So many colleagues it takes: of fewer, the middle would tell what one of them did. */
const FEWEST = 4;

type Told = Readonly<{ value: number | null; weight: Weight }>;

/** The median of those colleagues whose numbers may be told; null where they are fewer than four. */
export function teamMiddle(colleagues: readonly Told[]): TeamMiddle | null {
  const known = colleagues
    .flatMap(({ value, weight }) => (value === null || weight === 'none' ? [] : [value]))
    .sort((one, other) => one - other);
  if (known.length < FEWEST) return null;
  const half = (known.length - 1) / 2;
  const [low = 0, high = 0] = [known[Math.floor(half)], known[Math.ceil(half)]];
  return { median: (low + high) / 2, people: known.length };
}

/** How an own number stands beside the middle: above or below only where its whole interval lies there. */
export function standing(interval: Interval | null, { median }: TeamMiddle): 'above' | 'below' | 'about' {
  if (interval && interval.low > median) return 'above';
  if (interval && interval.high < median) return 'below';
  return 'about';
}
