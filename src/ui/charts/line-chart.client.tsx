'use client';

import dynamic from 'next/dynamic';
import type { LineChartProps } from './line-points';

/** The drawing library is large and nothing that is read first: it comes by itself, and the room is kept for it. */
const Room = () => <div aria-hidden className="h-60" />;

const LineDrawing = dynamic(() => import('./line-drawing.client').then((file) => file.LineDrawing), {
  ssr: false,
  loading: Room,
});

/** A line over time with its interval, the line before it dashed, and the target. Its table stands beside it: `ChartFrame`. */
export function LineChart(props: LineChartProps) {
  return <LineDrawing {...props} />;
}
