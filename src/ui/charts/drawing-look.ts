import type { Tick } from './line-points';

/** In pixels. */
export const HEIGHT = 240;
export const MARGIN = { top: 16, right: 8, bottom: 0, left: 0 } as const;

export const AXIS = {
  tick: { fontSize: 11, fill: 'var(--ink-faint)' },
  tickLine: false,
  axisLine: { stroke: 'var(--line)' },
} as const;

/** What an axis needs to know of its ticks: its ends, where they stand, and how each is written. */
export function axisTicksOf(ticks: readonly Tick[]) {
  const words = new Map(ticks.map(({ at, shown }) => [at, shown]));
  return {
    domain: [ticks[0]?.at ?? 0, ticks.at(-1)?.at ?? 1] as [number, number],
    at: ticks.map(({ at }) => at),
    written: (at: number): string => words.get(at) ?? '',
  };
}
