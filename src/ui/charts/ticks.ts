const STEPS = [1, 2, 2.5, 5, 10] as const;

/** What differs by less is the same. */
const SMALLEST = 1e-9;

/**
 * Round values for an axis from 0 (or from the lowest value, where that is below) that hold everything up to `highest`: about
 * `count` of them, rising. `units` are the steps that people count this quantity in (minutes: 5, 15, 30, 60 …); without them
 * the steps are 1, 2, 2.5 and 5 times a power of ten.
 */
export function axisTicks(
  { lowest, highest }: Readonly<{ lowest: number; highest: number }>,
  { count = 4, units = [] }: Readonly<{ count?: number; units?: readonly number[] }> = {},
): number[] {
  const top = Math.max(highest, 0);
  const bottom = Math.min(lowest, 0);
  if (top - bottom < SMALLEST) return [0, units[0] ?? 1];
  const step = stepOf((top - bottom) / count, units);
  const first = Math.floor(bottom / step);
  const last = Math.ceil(top / step);
  return Array.from({ length: last - first + 1 }, (_, index) => rounded((first + index) * step));
}

function stepOf(wanted: number, units: readonly number[]): number {
  const unit = units.find((each) => each >= wanted);
  if (unit !== undefined) return unit;
  const base = units.at(-1) ?? 1;
  const power = 10 ** Math.floor(Math.log10(wanted / base));
  const step = STEPS.find((each) => each * power * base >= wanted) ?? 10;
  return step * power * base;
}

/** Sums of tenths are not exact: 3 × 0.1 is to be 0.3. */
const rounded = (value: number): number => Number(value.toPrecision(12));
