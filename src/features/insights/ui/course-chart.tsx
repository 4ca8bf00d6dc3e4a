import { useTranslations } from 'next-intl';
import { ChartFrame, ChartKey } from '@/ui/charts/chart-frame';
import { LineChart } from '@/ui/charts/line-chart.client';
import type { LinePoint } from '@/ui/charts/line-points';
import type { Marked } from '../annotations';
import { type CourseMark, courseMarks } from '../course-marks';
import { intervalWords, responseWords } from '../part-words';
import type { Course } from '../queries';
import { useInsightWords } from '../words';
import { courseTicks, useCoursePoints } from './course-points';
import { MarkList } from './mark-list';

type Props = Readonly<{
  course: Course;
  name: string;
  /** How it is counted. */
  counted: string;
  target: number | null;
  marked?: readonly Marked[];
}>;

/** The course of a number, with how sure each point is, what it was before, the target, and what happened on the way. */
export function CourseChart({ course, name, counted, target, marked = [] }: Props) {
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
      notes={
        <>
          <MarkList marks={marks} />
          <p className="text-ink-faint text-xs">{counted}</p>
        </>
      }
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

const NOBODY = { response: null, count: 0 };

type TableColumn = Readonly<{
  head: string;
  number?: boolean;
  cell: (point: LinePoint, index: number) => string;
}>;

/** The same as a table: counts stand beside what is no count itself, and who answered beside scores. */
function useTable({ course, name, points, marks }: Tabled) {
  const t = useTranslations('insights.chart');
  const happened = useTranslations('insights.marks')('title');
  const words = useInsightWords();
  const at = new Map(marks.map(({ key, marked }) => [key, marked.map(({ text }) => text).join('; ')]));
  const point = (index: number) => course.points[index];
  const when = (holds: boolean, column: TableColumn): TableColumn[] => (holds ? [column] : []);
  const number = { number: true } as const;
  const columns: TableColumn[] = [
    { head: t(`bucket.${course.bucket}`), cell: ({ title }) => title },
    { ...number, head: name, cell: ({ shown }) => shown },
    ...when(course.unit !== 'count', {
      ...number,
      head: t('count'),
      cell: (_, index) => words.write.count(point(index)?.count ?? 0),
    }),
    ...when(
      course.points.some(({ interval }) => interval !== null),
      { ...number, head: t('interval'), cell: (_, index) => intervalAt(words, course, index) },
    ),
    ...when(
      course.points.some(({ response }) => response !== null),
      {
        ...number,
        head: t('response'),
        cell: (_, index) => responseWords(words, point(index) ?? NOBODY) ?? '',
      },
    ),
    ...when(course.before.length > 0, {
      ...number,
      head: t('before'),
      cell: ({ previousShown = '' }) => previousShown,
    }),
    ...when(marks.length > 0, { head: happened, cell: ({ key }) => at.get(key) ?? '' }),
  ];
  return {
    open: t('table'),
    columns,
    rows: points.map((each, index) => columns.map(({ cell }) => cell(each, index))),
  };
}

function intervalAt(words: ReturnType<typeof useInsightWords>, course: Course, index: number): string {
  const point = course.points[index];
  return (point && intervalWords(words, { ...point, unit: course.unit })) ?? '';
}
