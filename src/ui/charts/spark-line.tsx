type Props = Readonly<{ values: readonly (number | null)[] }>;

const WIDTH = 100;
const HEIGHT = 28;
const PADDING = 2;

/** The course of a number as a small line, with gaps where nothing is known. A picture only: the numbers stand elsewhere. */
export function SparkLine({ values }: Props) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const [lowest, highest] = [Math.min(...known), Math.max(...known)];
  const span = highest - lowest || 1;
  const x = (index: number) => PADDING + (index / (values.length - 1)) * (WIDTH - 2 * PADDING);
  const y = (value: number) => HEIGHT - PADDING - ((value - lowest) / span) * (HEIGHT - 2 * PADDING);
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="mt-1.5 h-7 w-full overflow-visible"
    >
      {stretches(values).map((stretch) => (
        <polyline
          key={stretch[0]?.index}
          points={stretch.map(({ index, value }) => `${x(index)},${y(value)}`).join(' ')}
          fill="none"
          stroke="var(--accent-ink)"
          strokeWidth={1.5}
          vectorEffect="non-scaling-stroke"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}

type Known = Readonly<{ index: number; value: number }>;

/** Runs of known values: no line is drawn through what is missing. A value alone is drawn as a dot. */
function stretches(values: readonly (number | null)[]): Known[][] {
  const runs: Known[][] = [[]];
  for (const [index, value] of values.entries()) {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push({ index, value });
  }
  return runs.filter((run) => run.length > 0).map((run) => (run.length === 1 ? [...run, ...run] : run));
}
