/** The middle and the value that nine tenths do not exceed. */
export type Spread = Readonly<{ median: number; p90: number }>;

/**
 * Width of the steps of a sketch: each is 1 % longer than the one before, so that a percentile read from it is off by half a
 * percent at most.
 */
export const SKETCH_BASE = 1.01;

/** So many values lie in the step of this number; below one second everything is one step. */
export type SketchStep = Readonly<{ step: number; count: number }>;

const middleOf = (step: number): number => SKETCH_BASE ** (step + 0.5);

/** Median and P90 from a sketch whose steps are `floor(ln(value) / ln(SKETCH_BASE))`, in rising order; null without values. */
export function spreadOf(steps: readonly SketchStep[]): Spread | null {
  const total = steps.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return { median: at(steps, 0.5 * (total - 1)), p90: at(steps, 0.9 * (total - 1)) };
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
