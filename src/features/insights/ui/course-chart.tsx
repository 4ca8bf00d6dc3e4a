import { useTranslations } from 'next-intl';
import { ChartFrame, ChartKey } from '@/ui/charts/chart-frame';
import { LineChart } from '@/ui/charts/line-chart.client';
import type { LinePoint } from '@/ui/charts/line-points';
import type { Course } from '../queries';
import { useInsightWords } from '../words';
import { courseTicks, useCoursePoints } from './course-points';

type Props = Readonly<{ course: Course; name: string; target: number | null }>;

/** The course of a number, with how sure each point is, what it was before, and the target. */
export function CourseChart({ course, name, target }: Props) {
  const t = useTranslations('insights.chart');
  const { write } = useInsightWords();
  const points = useCoursePoints(course);
  const { unit } = course;
  const isCompared = course.before.length > 0;
  const hasInterval = course.points.some(({ interval }) => interval !== null);
  const tick = (at: number) => ({ at, shown: write.value(at, unit) });
  return (
    <ChartFrame
      title={name}
      table={useTable({ course, name, points })}
      legend={
        <>
          <ChartKey look="line">{t('now')}</ChartKey>
          {isCompared && <ChartKey look="dashed">{t('before')}</ChartKey>}
          {hasInterval && <ChartKey look="band">{t('interval')}</ChartKey>}
          {target !== null && <ChartKey look="dotted">{t('target')}</ChartKey>}
        </>
      }
    >
      <LineChart
        label={name}
        names={{
          value: name,
          ...(isCompared && { previous: t('before') }),
          ...(hasInterval && { interval: t('interval') }),
        }}
        points={points}
        ticks={courseTicks(points, { unit, target }).map(tick)}
        target={target === null ? null : tick(target)}
      />
    </ChartFrame>
  );
}

type Tabled = Readonly<{ course: Course; name: string; points: readonly LinePoint[] }>;

/** The same as a table: counts stand beside what is no count itself. */
function useTable({ course, name, points }: Tabled) {
  const t = useTranslations('insights.chart');
  const { write } = useInsightWords();
  const isBare = course.unit === 'count';
  const isCompared = course.before.length > 0;
  const head = (text: string) => ({ head: text, number: true });
  return {
    open: t('table'),
    columns: [
      { head: t(`bucket.${course.bucket}`) },
      head(name),
      ...(isBare ? [] : [head(t('count'))]),
      ...(isCompared ? [head(t('before'))] : []),
    ],
    rows: points.map(({ title, shown, previousShown = '' }, index) => [
      title,
      shown,
      ...(isBare ? [] : [write.count(course.points[index]?.count ?? 0)]),
      ...(isCompared ? [previousShown] : []),
    ]),
  };
}
