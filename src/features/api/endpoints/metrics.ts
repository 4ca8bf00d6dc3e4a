import { z } from 'zod';
import { weightOf } from '@/domain/metrics/intervals';
import type { MetricName } from '@/domain/metrics/registry';
import { ok } from '@/domain/shared/result';
import { aboutOf } from '@/features/api/metric-about';
import { placedListPage, placeOf } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/metrics';
import * as mix from '@/features/api/schemas/work-mix';
import { rebuildMetrics as countAgain } from '@/features/metrics/commands/rebuild-metrics';
import { saveMetricSettings } from '@/features/metrics/commands/save-metric-settings';
import { metricSettingsInput } from '@/features/metrics/commands/settings-fields';
import {
  metricDefinitions,
  metricDrillDown,
  metricOverview,
  metricSeries,
  metricSetup,
  metricSplit,
  workMix,
} from '@/features/metrics/queries';
import { sealCursor } from '@/server/http/cursor';
import { endpoint } from '@/server/http/endpoint';

const permission = 'insights.own';
const area = 'Metrics';

type Query = Omit<z.output<typeof schema.metricsQuery>, 'metrics'>;
type Asked = Omit<Query, 'compared'> & Partial<Pick<Query, 'compared'>>;
const DIMENSIONS = ['channel', 'account', 'team', 'agent', 'language', 'tag'] as const;
const MORE = ['priority', 'type', 'tier', 'organization'] as const;

/** A question as the queries take it; `none` stands for an empty value. */
function questionOf({ from, to, compared, hours, locale, ...query }: Asked) {
  const filters = Object.fromEntries(
    [...DIMENSIONS, ...MORE].flatMap((name) => {
      const values = query[name]?.map((value) => (value === 'none' ? '' : value));
      return values ? [[name, values] as const] : [];
    }),
  );
  const how = { ...(compared && { compared }), ...(hours && { hours }) };
  return { period: { from, to }, filters, locale, ...how };
}

export const listMetricDefinitions = endpoint({
  id: 'listMetricDefinitions',
  method: 'GET',
  path: '/metrics/definitions',
  area,
  summary: 'List what metrics there are and how each is counted',
  permission,
  query: schema.metricDefinitionsQuery,
  answer: { status: 200, description: 'All metrics.', schema: schema.metricDefinitions },
  run: async (_, { query }) =>
    placedListPage(`metric definitions ${query.language}`, await metricDefinitions(query.language), query),
});

export const readMetrics = endpoint({
  id: 'readMetrics',
  method: 'GET',
  path: '/metrics',
  area,
  summary: 'Read metrics of a period',
  description: 'Keys belong to the workspace, and read the numbers of all of it.',
  permission,
  query: schema.metricsQuery,
  answer: {
    status: 200,
    description: 'In the order in which they were asked for.',
    schema: schema.metricOverview,
  },
  run: async (ctx, { query: { metrics, ...query } }) => {
    const about = await aboutOf(query.locale);
    const values = await metricOverview(ctx, metrics, questionOf(query));
    return ok({ data: values.map((value) => ({ ...about(value.metric), ...value })) });
  },
});

export const getMetricSeries = endpoint({
  id: 'getMetricSeries',
  method: 'GET',
  path: '/metrics/{name}/series',
  area,
  summary: 'Read a metric along time',
  permission,
  params: schema.metricParams,
  query: schema.metricSeriesQuery,
  answer: {
    status: 200,
    description: 'Every bucket, also those without a value.',
    schema: schema.metricLines,
  },
  run: async (ctx, { params, query: { bucket, by, ...query } }) =>
    ok({
      about: (await aboutOf(query.locale))(params.name),
      ...(await metricSeries(ctx, params.name, { ...questionOf(query), bucket, ...(by && { by }) })),
    }),
});

export const getMetricSplit = endpoint({
  id: 'getMetricSplit',
  method: 'GET',
  path: '/metrics/{name}/split',
  area,
  summary: 'Split a metric by a dimension',
  permission,
  params: schema.metricParams,
  query: schema.metricSplitQuery,
  answer: {
    status: 200,
    description: 'Those with most values first, at most 500.',
    schema: schema.metricParts,
  },
  run: async (ctx, { params, query: { by, ...query } }) =>
    ok({
      about: (await aboutOf(query.locale))(params.name),
      data: await metricSplit(ctx, params.name, { ...questionOf(query), by }),
    }),
});

export const getWorkMix = endpoint({
  id: 'getWorkMix',
  method: 'GET',
  path: '/metrics/work-mix',
  area,
  summary: 'Read what kind of work each person had',
  description:
    'Their public answers by channel, language and urgency: without it numbers of people say little. Of fewer than 5 no share is to be shown.',
  permission,
  query: mix.workMixQuery,
  answer: { status: 200, description: 'Everybody who answered, by name.', schema: mix.workMix },
  run: async (ctx, { query }) => {
    const rows = await workMix(ctx, questionOf(query));
    return ok({ data: rows.map((row) => ({ ...row, weight: weightOf(row.answers) })) });
  },
});

const drillPlace = z.object({ at: z.iso.datetime(), subjectId: z.uuid(), sequence: z.int() });
const drillList = (name: MetricName, measure = '') => `metric ${name} ${measure}`;

export const listMetricRows = endpoint({
  id: 'listMetricRows',
  method: 'GET',
  path: '/metrics/{name}/rows',
  area,
  summary: 'List what stands behind a metric',
  permission,
  params: schema.metricParams,
  query: schema.metricDrillQuery,
  answer: {
    status: 200,
    description: 'Tickets, calls or answers, the newest first.',
    schema: schema.metricRows,
  },
  run: async (ctx, { params: { name }, query: { limit, cursor, measure, ...query } }) => {
    const list = drillList(name, measure);
    const place = placeOf(list, cursor, drillPlace);
    if (!place.ok) return place;
    const after = place.value && { ...place.value, at: new Date(place.value.at) };
    const { rows, next } = await metricDrillDown(ctx, name, {
      ...questionOf(query),
      measure: measure ?? null,
      after,
      limit,
    });
    const data = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    return ok({
      data,
      nextCursor: next ? sealCursor(list, { ...next, at: next.at.toISOString() }) : null,
    });
  },
});

export const getMetricSettings = endpoint({
  id: 'getMetricSettings',
  method: 'GET',
  path: '/metrics/settings',
  area,
  summary: 'Read how the workspace counts',
  permission: 'insights.read',
  answer: { status: 200, description: 'Settings, targets and calendars.', schema: schema.metricSettings },
  run: async (ctx) => ok(await metricSetup(ctx)),
});

export const updateMetricSettings = endpoint({
  id: 'updateMetricSettings',
  method: 'PATCH',
  path: '/metrics/settings',
  area,
  summary: 'Change how the workspace counts',
  description:
    'What is absent stays as it is. What decides how facts are made is counted again in the background.',
  permission: 'workspace.manage',
  body: metricSettingsInput.meta({ id: 'UpdateMetricSettings' }),
  answer: { status: 200, description: 'As it is now.', schema: schema.metricSettings },
  run: (ctx, { body }) => saveMetricSettings(ctx, body),
  show: (ctx) => metricSetup(ctx),
});

export const rebuildMetrics = endpoint({
  id: 'rebuildMetrics',
  method: 'POST',
  path: '/metrics/rebuild',
  area,
  summary: 'Count everything again',
  description: 'In the background; numbers stay as they are until theirs are counted.',
  permission: 'workspace.manage',
  answer: { status: 204, description: 'It has begun.' },
  run: (ctx) => countAgain(ctx),
});
