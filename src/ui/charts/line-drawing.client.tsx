'use client';

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { AXIS, axisTicksOf, HEIGHT, MARGIN } from './drawing-look';
import type { LineChartProps, LinePoint } from './line-points';
import { PointedAt } from './pointed-at.client';

/** The drawing of `LineChart`. */
export function LineDrawing({ label, names, points, ticks, target, marks = [] }: LineChartProps) {
  const data = points.map((point) => ({
    ...point,
    range: point.low == null || point.high == null ? null : [point.low, point.high],
  }));
  const { domain, at, written } = axisTicksOf(ticks);
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <ComposedChart data={data} margin={MARGIN} title={label} accessibilityLayer>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="key" tickFormatter={(key) => labelOf(points, key)} minTickGap={24} {...AXIS} />
        <YAxis domain={domain} ticks={at} tickFormatter={written} width={56} {...AXIS} axisLine={false} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--line-strong)' }}
          content={({ active, label: key }) => (
            <PointedAt shown={active === true ? linesOf(points, String(key), names) : null} />
          )}
        />
        {names.interval && (
          <Area
            dataKey="range"
            stroke="none"
            fill="var(--accent)"
            fillOpacity={0.12}
            isAnimationActive={false}
          />
        )}
        {target && (
          <ReferenceLine
            y={target.at}
            stroke="var(--success-ink)"
            strokeDasharray="2 4"
            label={{
              value: target.shown,
              position: 'insideTopRight',
              fontSize: 11,
              fill: 'var(--success-ink)',
            }}
          />
        )}
        {marks.map(({ key, shown }) => (
          <ReferenceLine
            key={key}
            x={key}
            stroke="var(--ink-faint)"
            strokeDasharray="1 3"
            label={{ value: shown, position: 'top', fontSize: 11, fill: 'var(--ink-soft)' }}
          />
        ))}
        {names.previous && (
          <Line
            dataKey="previous"
            stroke="var(--line-strong)"
            strokeWidth={1.5}
            strokeDasharray="5 4"
            dot={false}
            isAnimationActive={false}
          />
        )}
        <Line
          dataKey="value"
          stroke="var(--accent-ink)"
          strokeWidth={2}
          dot={{ r: points.length > 40 ? 0 : 2.5, fill: 'var(--accent-ink)', strokeWidth: 0 }}
          activeDot={{ r: 4 }}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

const labelOf = (points: readonly LinePoint[], key: string): string =>
  points.find((point) => point.key === key)?.label ?? '';

function linesOf(points: readonly LinePoint[], key: string, names: LineChartProps['names']) {
  const point = points.find((each) => each.key === key);
  if (!point) return null;
  const previous = names.previous && point.previousShown;
  return {
    title: point.title,
    lines: [
      { name: names.value, shown: point.shown },
      ...(previous ? [{ name: names.previous ?? '', shown: previous }] : []),
    ],
    more: point.more ?? [],
  };
}
