import { kindOfUnit, type MetricUnit, type ValueUnit } from '@/domain/metrics/registry';
import type { MetricValue } from '@/features/metrics/queries';
import type { Cell, NumberLook } from '@/server/spreadsheet/book';

const LOOKS: Readonly<Record<MetricUnit, NumberLook>> = {
  share: 'share',
  minutes: 'fine',
  points: 'points',
  score: 'fine',
  count: 'whole',
  money: 'fine',
};

/** A number of a metric; nothing where there is none. */
export const valueCell = (value: number | null | undefined, unit: ValueUnit): Cell =>
  value === null || value === undefined ? null : { number: value, look: LOOKS[kindOfUnit(unit)] };

/** So many. */
export const countCell = (count: number): Cell => ({ number: count, look: 'whole' });

type Told = Pick<MetricValue, 'value' | 'count' | 'interval' | 'weight'>;

/** Value, how many, and the interval; too few values are counted and not told. */
export function toldCells({ value, count, interval, weight }: Told, unit: ValueUnit): Cell[] {
  const told = weight === 'none' ? null : value;
  const span = weight === 'none' ? null : interval;
  return [valueCell(told, unit), countCell(count), valueCell(span?.low, unit), valueCell(span?.high, unit)];
}

/** Who answered, and of how many; nothing of what nobody is asked for, and of fewer than 5 only how many. */
export function responseCells({ response }: Pick<MetricValue, 'response'>): Cell[] {
  if (!response) return [null, null];
  return [valueCell(response.weight === 'none' ? null : response.value, 'share'), countCell(response.count)];
}
