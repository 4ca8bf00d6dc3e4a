/** The middle, and the values that nine tenths, and 95 of a hundred, do not exceed. */
export type Spread = Readonly<{ median: number; p90: number; p95: number }>;

/**
 * Width of the steps of a sketch: each is 1 % longer than the one before, so that a percentile read from it is off by half a
 * percent at most.
 */
export const SKETCH_BASE = 1.01;

/** Values are minutes: one second. */
const SMALLEST = 1 / 60;

/** So many values lie in the step of this number; below one second everything is one step. */
export type SketchStep = Readonly<{ step: number; count: number }>;

/** The step in which a value lies. */
export const sketchStep = (value: number): number =>
  Math.floor(Math.log(Math.max(value, SMALLEST)) / Math.log(SKETCH_BASE));

const middleOf = (step: number): number => SKETCH_BASE ** (step + 0.5);

/** Median, P90 and P95 from a sketch whose steps are `floor(ln(value) / ln(SKETCH_BASE))`, in rising order; null without values. */
export function spreadOf(steps: readonly SketchStep[]): Spread | null {
  const total = steps.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const of = (share: number) => at(steps, share * (total - 1));
  return { median: of(0.5), p90: of(0.9), p95: of(0.95) };
}

function at(steps: readonly SketchStep[], rank: number): number {
  let passed = 0;
  for (const { step, count } of steps) {
    passed += count;
    if (rank < passed) return middleOf(step);
  }
  const last = steps.at(-1);
  return last ? middleOf(last.step) : 0;
}
