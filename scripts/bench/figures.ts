export type Figures = Readonly<{
  name: string;
  unit: string;
  median: number;
  p95: number;
  n: number;
  target?: string;
}>;

/** Median and 95th percentile (nearest rank) of measured values. */
export function figuresOf(
  name: string,
  values: readonly number[],
  { unit = 'ms', target }: Readonly<{ unit?: string; target?: string }> = {},
): Figures {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { name, unit, median: at(0.5), p95: at(0.95), n: values.length, ...(target && { target }) };
}

/** Runs `work` `warm` times unmeasured, then `times` times one after another; milliseconds of each. */
export async function timesOf(
  work: (index: number) => Promise<unknown>,
  { times, warm = 5 }: Readonly<{ times: number; warm?: number }>,
): Promise<number[]> {
  for (let index = 0; index < warm; index++) await work(index);
  const measured: number[] = [];
  for (let index = 0; index < times; index++) {
    const start = performance.now();
    await work(index);
    measured.push(performance.now() - start);
  }
  return measured;
}

/** One line of the report. */
export function lineOf({ name, unit, median, p95, n, target }: Figures): string {
  const number = (value: number) => value.toFixed(value < 100 ? 1 : 0).padStart(9);
  return `${name.padEnd(52)} median ${number(median)} ${unit}   p95 ${number(p95)} ${unit}   n ${String(n).padStart(5)}${target ? `   target ${target}` : ''}`;
}
