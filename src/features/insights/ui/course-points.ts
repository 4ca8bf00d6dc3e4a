import { useTranslations } from 'next-intl';
import type { ValueUnit } from '@/domain/metrics/registry';
import type { LinePoint } from '@/ui/charts/line-points';
import { axisTicks } from '@/ui/charts/ticks';
import { responseWords } from '../part-words';
import type { Course } from '../queries';
import { useInsightWords } from '../words';

type Point = Course['points'][number];

/** Too few values say nothing: the line has a gap there, and the words say why. */
const sayable = (point: Point | undefined): Point | null => (point && point.weight !== 'none' ? point : null);

/** The points of a course with the words that say them. */
export function useCoursePoints({ unit, bucket, points, before, version }: Course): LinePoint[] {
  const tile = useTranslations('insights.tile');
  const words = useInsightWords();
  const { short, long, write, t } = words;
  const more = (point: Point) => [
    ...(unit === 'count' ? [] : [tile('count', { count: point.count })]),
    ...(point.response ? [responseWords(words, point) ?? ''] : []),
    t('definitions.version', { version }),
  ];
  return points.map((point, index) => {
    const known = sayable(point);
    const earlier = sayable(before[index]);
    const isTooFew = !known && point.count > 0;
    return {
      key: point.start,
      label: short(point.start, bucket),
      title: long(point.start, bucket),
      value: known?.value ?? null,
      shown: isTooFew ? tile('tooFew') : write.value(point.value, unit),
      previous: earlier?.value ?? null,
      previousShown: write.value(earlier?.value ?? null, unit),
      low: known?.interval?.low ?? null,
      high: known?.interval?.high ?? null,
      more: more(point),
    };
  });
}

/** Steps in which people count minutes: up to a day. */
const MINUTES = [5, 15, 30, 60, 120, 240, 480, 1440] as const;

type Scale = Readonly<{ unit: ValueUnit; target: number | null }>;

/** Where the axis has its marks: it begins at nothing, and holds every point, its interval and the target. */
export function courseTicks(points: readonly LinePoint[], { unit, target }: Scale): number[] {
  const known = points
    .flatMap(({ value, previous, high, low }) => [value, previous, high, low])
    .filter((value) => typeof value === 'number');
  const highest = Math.max(0, target ?? 0, ...known);
  if (unit === 'share') return axisTicks({ lowest: 0, highest: Math.min(1, Math.max(highest, 0.1)) });
  const lowest = Math.min(0, ...known);
  return axisTicks({ lowest, highest }, unit === 'minutes' ? { units: MINUTES } : {});
}
