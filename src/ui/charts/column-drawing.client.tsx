'use client';

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { AXIS, axisTicksOf, HEIGHT, MARGIN } from './drawing-look';
import type { ColumnChartProps } from './line-points';
import { PointedAt } from './pointed-at.client';

/** Told apart by lightness and pattern too, not by colour alone. */
const FILLS = ['var(--accent-ink)', 'url(#striped)', 'var(--line-strong)'] as const;

/** The drawing of `ColumnChart`. */
export function ColumnDrawing({ label, series, points, ticks }: ColumnChartProps) {
  const { domain, at, written } = axisTicksOf(ticks);
  const shownAt = (key: string) => {
    const point = points.find((each) => each.key === key);
    return (
      point && {
        title: point.title,
        lines: series.map((name, index) => ({ name, shown: point.shown[index] ?? '' })),
        more: [],
      }
    );
  };
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <BarChart data={[...points]} margin={MARGIN} title={label} accessibilityLayer barGap={1}>
        <defs>
          <pattern
            id="striped"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="var(--accent-soft)" />
            <rect width="2.5" height="6" fill="var(--accent-ink)" />
          </pattern>
        </defs>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="key"
          tickFormatter={(key) => points.find((point) => point.key === key)?.label ?? ''}
          minTickGap={24}
          {...AXIS}
        />
        <YAxis domain={domain} ticks={at} tickFormatter={written} width={56} {...AXIS} axisLine={false} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--hover)' }}
          content={({ active, label: key }) => (
            <PointedAt shown={active === true ? (shownAt(String(key)) ?? null) : null} />
          )}
        />
        {series.map((name, index) => (
          <Bar
            key={name}
            name={name}
            dataKey={(point: ColumnChartProps['points'][number]) => point.values[index]}
            fill={FILLS[index] ?? 'var(--line-strong)'}
            radius={[2, 2, 0, 0]}
            maxBarSize={28}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
