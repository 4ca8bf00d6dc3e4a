/** A moment of a line: numbers for the drawing, and the words that say them. */
export type LinePoint = Readonly<{
  key: string;
  /** Under the axis, as short as can be; and in full, where it is pointed at. */
  label: string;
  title: string;
  /** Null where nothing is known: the line has a gap there. */
  value: number | null;
  shown: string;
  previous?: number | null;
  previousShown?: string;
  /** The interval that the value lies in. */
  low?: number | null;
  high?: number | null;
  /** Further words about it: how many there were, or what happened that day. */
  more?: readonly string[];
}>;

export type Tick = Readonly<{ at: number; shown: string }>;

export type LineChartProps = Readonly<{
  /** What the chart shows, for those who do not see it. */
  label: string;
  names: Readonly<{ value: string; previous?: string; interval?: string; target?: string }>;
  points: readonly LinePoint[];
  ticks: readonly Tick[];
  target?: Tick | null;
  /** Places that are marked, by the key of their point, with what stands above: a number that the words below explain. */
  marks?: readonly Readonly<{ key: string; shown: string }>[];
}>;
