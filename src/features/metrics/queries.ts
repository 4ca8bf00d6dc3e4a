import 'server-only';
import type { Dimension, Filters } from '@/domain/metrics/dimensions';
import { type Comparison, compare, type Evaluated } from '@/domain/metrics/evaluate';
import type { Measure } from '@/domain/metrics/facts';
import { type Bucket, type ComparedWith, comparedPeriod, type Period } from '@/domain/metrics/period';
import {
  definitionOf,
  type FcrVariant,
  type HoursMode,
  isDuration,
  type MetricDefinition,
  type MetricName,
  measuresOf,
  type ValueUnit,
  withVariant,
} from '@/domain/metrics/registry';
import { reachesTarget } from '@/domain/metrics/target';
import { answerBears } from '@/features/metrics/aggregate';
import { type DescribedMetric, describedMetrics } from '@/features/metrics/definitions';
import { type DrillPage, type DrillPlace, drillRows } from '@/features/metrics/drill-down';
import { evaluated, none, type Placed, periodFor, question } from '@/features/metrics/evaluations';
import { labelsOf } from '@/features/metrics/labels';
import { mixOf, type WorkMix } from '@/features/metrics/mix';
import { pointsOf } from '@/features/metrics/points';
import { metricSettings } from '@/features/metrics/settings';
import { type MetricSetup, setupOf } from '@/features/metrics/setup';
import { type MeasuredSpread, measureSpread } from '@/features/metrics/spreads';
import { type Viewed, viewOf } from '@/features/metrics/view';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/**
 * The numbers of a workspace, for screens, reports and the API. Everything here asks who is asking: a person without
 * `insights.read` gets the numbers of their own work and no others, whatever they filter by.
 */

/** What is asked for. Days are those of the workspace's time zone; hours default to the workspace's setting. */
export type MetricQuestion = Readonly<{
  period: Period;
  compared?: ComparedWith;
  filters?: Filters;
  hours?: HoursMode;
  /** In which language tiers are named: en, hu or lv. */
  locale?: string;
}>;

/** One number of one period, with how much it may say (contracts G). */
export type MetricValue = Evaluated &
  Readonly<{
    metric: MetricName;
    /** Version of the definition. */
    version: number;
    /** Of first contact resolution: by which way it was counted; null of everything else. */
    variant: FcrVariant | null;
    unit: ValueUnit;
    /** In which hours minutes are counted; null where there are no minutes or one kind alone. */
    hours: HoursMode | null;
    better: MetricDefinition['better'];
    /** Of durations; null for everything else and without values. */
    spread: MeasuredSpread | null;
    /** The days that it covers: fewer than asked for where the newest solutions may still come back. */
    period: Period;
    /** The same of the period that it is compared with; null without one. */
    previous: (Evaluated & Readonly<{ period: Period }>) | null;
    /** What the workspace wants it to be; null where nothing is set. */
    target: Readonly<{ value: number; met: boolean | null }> | null;
  }> &
  Comparison;

/** One point of a line: a bucket that has no values has a null value, and no line may be drawn through it. */
type MetricPoint = Evaluated & Readonly<{ start: string }>;

export type MetricSeries = Readonly<{
  metric: MetricName;
  version: number;
  variant: FcrVariant | null;
  unit: ValueUnit;
  hours: HoursMode | null;
  bucket: Bucket;
  lines: readonly Readonly<{ group: string; label: string | null; points: readonly MetricPoint[] }>[];
}>;

/**
 * One part of a split: `group` is a name or id, empty for "none"; `label` is the name behind an id. Of what is counted, `share` is
 * how much of the whole it is, from 0 to 1: parts by tag may add up to more. Null for everything else. `others` is all the rest
 * together, and whether the part may be called different from it.
 */
export type MetricPart = MetricValue &
  Readonly<{
    group: string;
    label: string | null;
    share: number | null;
    others: (Evaluated & Comparison) | null;
  }>;

/**
 * These metrics over a period, each compared with the period before, in the order in which they are asked for. Reads the sums of
 * the days: one query for the counts of each period, and one for the spread of each duration.
 */
export async function metricOverview(
  ctx: StaffContext,
  metrics: readonly MetricName[],
  asked: MetricQuestion,
): Promise<MetricValue[]> {
  const view = await viewOf(ctx, asked);
  const definitions = metrics.map((name) => withVariant(definitionOf(name), view.settings.fcrVariant));
  const now = await evaluated(ctx, view, { definitions, period: asked.period });
  const before = comparedPeriod(asked.period, asked.compared ?? 'previous');
  const then = before ? await evaluated(ctx, view, { definitions, period: before }) : null;
  return Promise.all(
    definitions.map(async (definition) => {
      const found = now.get(definition.name)?.get('') ?? none(definition, view, asked.period);
      const earlier = then?.get(definition.name)?.get('') ?? null;
      const spread = await spreadOf(ctx, view, { definition, found });
      return metricValue(definition, view, { found, earlier, spread });
    }),
  );
}

/** One metric along time, as one line, or as one for each value of a dimension (the largest ten). */
export async function metricSeries(
  ctx: StaffContext,
  metric: MetricName,
  asked: MetricQuestion & Readonly<{ bucket: Bucket; by?: Dimension }>,
): Promise<MetricSeries> {
  const view = await viewOf(ctx, asked);
  const definition = withVariant(definitionOf(metric), view.settings.fcrVariant);
  const { bucket, by } = asked;
  const period = periodFor(definition, view, asked.period);
  const lines = await pointsOf(ctx, view, { definition, period, bucket, by });
  const labels = await labelsOf(ctx, by, [...lines.keys()], asked.locale);
  return {
    ...describedBy(definition, view),
    bucket,
    lines: [...lines].map(([group, points]) => ({ group, label: labels.get(group) ?? null, points })),
  };
}

/** One metric by the values of a dimension or by the hour of the day, those with most values first; at most 500. */
export async function metricSplit(
  ctx: StaffContext,
  metric: MetricName,
  asked: MetricQuestion & Readonly<{ by: Dimension | 'hour' }>,
): Promise<MetricPart[]> {
  const view = await viewOf(ctx, asked);
  const definition = withVariant(definitionOf(metric), view.settings.fcrVariant);
  const { by, period } = asked;
  const now = await evaluated(ctx, view, { definitions: [definition], period, by });
  const before = comparedPeriod(period, asked.compared ?? 'none');
  const then = before ? await evaluated(ctx, view, { definitions: [definition], period: before, by }) : null;
  const groups = [...(now.get(metric) ?? [])].slice(0, 500);
  const whole = await wholeOf(ctx, view, { definition, period });
  const labels = await labelsOf(
    ctx,
    by,
    groups.map(([group]) => group),
    asked.locale,
  );
  return groups.map(([group, found]) => ({
    ...metricValue(definition, view, { found, earlier: then?.get(metric)?.get(group) ?? null, spread: null }),
    group,
    label: labels.get(group) ?? null,
    others: found.others && { ...found.others, ...compare(definition, found, found.others) },
    share: whole > 0 && found.value !== null ? found.value / whole : null,
  }));
}

/** How many there are in all; 0 for what is not counted. */
async function wholeOf(
  ctx: StaffContext,
  view: Viewed,
  asked: Pick<Spreading, 'definition'> & Pick<Placed, 'period'>,
) {
  const { definition, period } = asked;
  if (definition.unit !== 'count') return 0;
  const all = await evaluated(ctx, view, { definitions: [definition], period });
  return all.get(definition.name)?.get('')?.value ?? 0;
}

type Drilled = MetricQuestion &
  Readonly<{
    /** Of which of its measures: what it is made of when absent. What it does not have counts as absent. */
    measure?: string | null;
    after: DrillPlace | null;
    limit: number;
  }>;

/**
 * What stands behind a number: a page of the tickets, calls or answers that it counts, the newest first. A ratio stands on two
 * or more measures, and a score also on who was asked: `measures` says which can be looked at, `measure` which it is.
 */
export async function metricDrillDown(
  ctx: StaffContext,
  metric: MetricName,
  asked: Drilled,
): Promise<DrillPage & Readonly<{ measure: Measure | null; measures: readonly Measure[] }>> {
  const view = await viewOf(ctx, asked);
  const definition = withVariant(definitionOf(metric), view.settings.fcrVariant);
  const period = periodFor(definition, view, asked.period);
  const measures = behindOf(definition, view.hours);
  const measure = measures.find((each) => each === asked.measure) ?? measures[0] ?? null;
  if (!measure) return { rows: [], next: null, measure, measures };
  const page = { definition, question: question(view, { period }), after: asked.after, limit: asked.limit };
  return { ...(await drillRows(ctx, { ...page, measure })), measure, measures };
}

/** The age of what stands is behind it with what stands; behind what something costs is what was done for it. */
function behindOf(definition: MetricDefinition, hours: HoursMode): Measure[] {
  const measures = measuresOf(definition, hours);
  if (definition.shape === 'per') return measures.slice(1);
  return definition.shape === 'age' ? measures.slice(0, 1) : measures;
}

type Spreading = Readonly<{ definition: MetricDefinition; found: Placed }>;

async function spreadOf(ctx: StaffContext, view: Viewed, { definition, found }: Spreading) {
  const [measure] = measuresOf(definition, view.hours);
  if (!isDuration(definition) || !measure) return null;
  const { count, period } = found;
  return measureSpread(ctx, { measure, count, question: question(view, { period }) });
}

type Found = Readonly<{ found: Placed; earlier: Placed | null; spread: MeasuredSpread | null }>;

function metricValue(
  definition: MetricDefinition,
  view: Viewed,
  { found, earlier, spread }: Found,
): MetricValue {
  const { others: _, ...value } = found;
  const comparison = earlier ? compare(definition, found, earlier) : { difference: null, claim: null };
  return {
    ...value,
    ...describedBy(definition, view),
    ...{ better: definition.better, spread },
    ...comparison,
    previous: earlier && withoutOthers(earlier),
    target: targetOf(definition, view, found),
  };
}

const withoutOthers = ({ others: _, ...value }: Placed) => value;

/** What each number says of how it was counted. */
function describedBy({ name: metric, version, unit, business }: MetricDefinition, view: Viewed) {
  const variant = metric === 'fcr' ? view.settings.fcrVariant : null;
  const told: ValueUnit = unit === 'money' ? `money:${view.settings.costCurrency}` : unit;
  return { metric, version, variant, unit: told, hours: business ? view.hours : null };
}

function targetOf({ name, better }: MetricDefinition, { targets }: Viewed, found: Evaluated) {
  const value = targets.get(name);
  return value === undefined ? null : { value, met: reachesTarget(found, { target: value, better }) };
}

/** What each person's answers were about: the context without which their numbers say little. */
export async function workMix(ctx: StaffContext, asked: MetricQuestion): Promise<WorkMix[]> {
  const view = await viewOf(ctx, asked);
  return mixOf(ctx, question(view, { period: asked.period }));
}

/** All metrics in words, in the language of the reader. */
export const metricDefinitions = (locale: string): Promise<DescribedMetric[]> => describedMetrics(locale);

/** The condition that an answer is one of those that a number narrowed in this way counts. */
export const countedAnswer = answerBears;

/** How the workspace counts, its targets, and how far the counter has come. */
export type { MetricSetup };

export const metricSetup = (ctx: StaffContext): Promise<MetricSetup> => setupOf(ctx);

/** Whether browsers are to measure how long tickets are in front of people. */
export const measuresFocus = async ({ db, workspaceId }: Readonly<{ db: Tx; workspaceId: string }>) =>
  (await metricSettings(db, workspaceId)).measureFocus;
