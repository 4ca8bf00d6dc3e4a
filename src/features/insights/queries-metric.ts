import 'server-only';
import type { Dimension } from '@/domain/metrics/dimensions';
import { FCR_VARIANTS, type MetricName } from '@/domain/metrics/registry';
import {
  type MetricPart,
  type MetricValue,
  metricDrillDown,
  metricOverview,
  metricSplit,
} from '@/features/metrics/queries';
import type { StaffContext } from '@/server/context';
import { annotationsIn, type Marked } from './annotations';
import { type Asked, isSplit } from './asked';
import { type Course, courseOf } from './queries';

const ROWS = 25;

/** A page of what is behind a number. */
export type DrillPage = Awaited<ReturnType<typeof metricDrillDown>>;
type DrillPlace = NonNullable<DrillPage['next']>;

/** Everything that the page of one number shows. */
export type MetricPage = Readonly<{
  value: MetricValue | null;
  course: Course;
  by: Dimension | 'hour';
  parts: readonly MetricPart[];
  behind: DrillPage;
  /** Of first contact resolution: each way of counting it; empty of everything else. */
  variants: readonly MetricValue[];
  /** What happened in the period. */
  marked: readonly Marked[];
}>;

type Given = Readonly<{ asked: Asked; parameters: Readonly<Record<string, string | string[] | undefined>> }>;

/** One number with its course, its parts by `by`, and a page of what is behind it or behind `of`, a part of it, from `after` on. */
export async function getMetricPage(
  ctx: StaffContext,
  metric: MetricName,
  { asked, parameters }: Given,
): Promise<MetricPage> {
  const by = isSplit(parameters['by']) ? parameters['by'] : 'channel';
  const after = placeFromText(parameters['after']);
  const measure = typeof parameters['of'] === 'string' ? parameters['of'] : null;
  const [[value = null], course, parts, behind, variants, marked] = await Promise.all([
    metricOverview(ctx, [metric], asked.question),
    courseOf(ctx, metric, asked),
    metricSplit(ctx, metric, { ...asked.question, compared: 'none', by }),
    metricDrillDown(ctx, metric, { ...asked.question, measure, after, limit: ROWS }),
    variantsOf(ctx, metric, asked),
    annotationsIn(ctx, asked.period),
  ]);
  return { value, course, by, parts, behind, variants, marked };
}

/** First contact resolution by each way of counting it, in the order of `FCR_VARIANTS`; nothing of other metrics. */
export async function variantsOf(
  ctx: StaffContext,
  metric: MetricName,
  { question }: Asked,
): Promise<readonly MetricValue[]> {
  if (metric !== 'fcr' && !metric.startsWith('fcr_')) return [];
  const names = FCR_VARIANTS.map((variant) => `fcr_${variant}` as const);
  return metricOverview(ctx, names, { ...question, compared: 'none' });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A place in the list behind a number, as it stands in an address. */
export const placeToText = ({ at, subjectId, sequence }: DrillPlace): string =>
  `${at.getTime()}.${subjectId}.${sequence}`;

function placeFromText(text: unknown): DrillPlace | null {
  const [time, subjectId = '', sequence] = typeof text === 'string' ? text.split('.') : [];
  const [at, number] = [new Date(Number(time)), Number(sequence)];
  const fits = UUID.test(subjectId) && Number.isInteger(number) && Math.abs(number) < 2 ** 31;
  return fits && !Number.isNaN(at.getTime()) ? { at, subjectId, sequence: number } : null;
}
