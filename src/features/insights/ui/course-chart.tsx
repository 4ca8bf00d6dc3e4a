import { useTranslations } from 'next-intl';
import { ChartFrame, ChartKey } from '@/ui/charts/chart-frame';
import { LineChart } from '@/ui/charts/line-chart.client';
import type { LinePoint } from '@/ui/charts/line-points';
import type { Marked } from '../annotations';
import { type CourseMark, courseMarks } from '../course-marks';
import type { Course } from '../queries';
import { useInsightWords } from '../words';
import { courseTicks, useCoursePoints } from './course-points';
import { MarkList } from './mark-list';

type Props = Readonly<{ course: Course; name: string; target: number | null; marked?: readonly Marked[] }>;

/** The course of a number, with how sure each point is, what it was before, the target, and what happened on the way. */
export function CourseChart({ course, name, target, marked = [] }: Props) {
  const t = useTranslations('insights.chart');
  const { write } = useInsightWords();
  const marks = courseMarks(course.points, marked);
  const points = usePoints(course, marks);
  const { unit } = course;
  const isCompared = course.before.length > 0;
  const hasInterval = course.points.some(({ interval }) => interval !== null);
  const tick = (at: number) => ({ at, shown: write.value(at, unit) });
  return (
    <ChartFrame
      title={name}
      table={useTable({ course, name, points, marks })}
      notes={<MarkList marks={marks} />}
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
        marks={marks.map(({ key, numbers }) => ({ key, shown: numbers.join(', ') }))}
      />
    </ChartFrame>
  );
}

/** The points; where something happened, it is said where one points at. */
function usePoints(course: Course, marks: readonly CourseMark[]): LinePoint[] {
  const happened = new Map(marks.map(({ key, marked }) => [key, marked.map(({ text }) => text)]));
  return useCoursePoints(course).map((point) => ({
    ...point,
    more: [...(point.more ?? []), ...(happened.get(point.key) ?? [])],
  }));
}

type Tabled = Readonly<{
  course: Course;
  name: string;
  points: readonly LinePoint[];
  marks: readonly CourseMark[];
}>;

/** The same as a table: counts stand beside what is no count itself. */
function useTable({ course, name, points, marks }: Tabled) {
  const t = useTranslations('insights.chart');
  const happened = useTranslations('insights.marks')('title');
  const { write } = useInsightWords();
  const isBare = course.unit === 'count';
  const isCompared = course.before.length > 0;
  const head = (text: string) => ({ head: text, number: true });
  const at = new Map(marks.map(({ key, marked }) => [key, marked.map(({ text }) => text).join('; ')]));
  return {
    open: t('table'),
    columns: [
      { head: t(`bucket.${course.bucket}`) },
      head(name),
      ...(isBare ? [] : [head(t('count'))]),
      ...(isCompared ? [head(t('before'))] : []),
      ...(marks.length > 0 ? [{ head: happened }] : []),
    ],
    rows: points.map(({ key, title, shown, previousShown = '' }, index) => [
      title,
      shown,
      ...(isBare ? [] : [write.count(course.points[index]?.count ?? 0)]),
      ...(isCompared ? [previousShown] : []),
      ...(marks.length > 0 ? [at.get(key) ?? ''] : []),
    ]),
  };
}
