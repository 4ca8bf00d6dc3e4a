import { fail, ok } from '@/domain/shared/result';
import { placedListPage } from '@/features/api/paging';
import * as insights from '@/features/api/schemas/insights';
import * as schema from '@/features/api/schemas/metrics';
import { idParams } from '@/features/api/schemas/shared';
import { deleteAnnotation } from '@/features/insights/commands/delete-annotation';
import { type Exported, exportNumbers, fileResponse } from '@/features/insights/commands/export-numbers';
import { saveAnnotation } from '@/features/insights/commands/save-annotation';
import { saveReport } from '@/features/insights/commands/save-report';
import { setTarget } from '@/features/insights/commands/set-target';
import { stopReport } from '@/features/insights/commands/stop-report';
import { updateReport } from '@/features/insights/commands/update-report';
import { getAnnotation, listReports, listAnnotations as marksOf } from '@/features/insights/queries';
import type { ApiContext } from '@/server/auth/api-key';
import { endpoint } from '@/server/http/endpoint';
import { EXCEL_TYPE } from '@/server/spreadsheet/excel';

const area = 'Metrics';

type Query = Readonly<Record<string, string | undefined>> &
  Readonly<{ format: 'xlsx' | 'csv'; part: string; locale: string }>;

/** In addresses of boards a dash says "none". */
const parametersOf = (query: Query) =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      value === 'none' && name !== 'compared' ? '-' : value,
    ]),
  );

async function fileOf(ctx: ApiContext, ...[of, query]: [Exported['of'], Query]) {
  const { format, part, locale } = query;
  const file = await exportNumbers(ctx, { of, format, part, parameters: parametersOf(query), locale });
  return file ? ok(fileResponse(file)) : fail({ code: 'not_found' as const });
}

export const exportBoard = endpoint({
  id: 'exportBoard',
  method: 'GET',
  path: '/boards/{name}/export',
  area,
  summary: 'Read a board as an Excel or CSV file',
  permission: 'insights.read',
  params: schema.boardParams,
  query: schema.boardExportQuery,
  answer: { status: 200, description: 'The file.', mediaType: EXCEL_TYPE },
  run: (ctx, { params, query }) => fileOf(ctx, { board: params.name }, query),
});

export const exportMetric = endpoint({
  id: 'exportMetric',
  method: 'GET',
  path: '/metrics/{name}/export',
  area,
  summary: 'Read a metric, its parts and what is behind it as an Excel or CSV file',
  description:
    'At most the newest 10,000 lines behind it. A key of somebody who may not see others gets their own.',
  permission: 'insights.own',
  params: schema.metricParams,
  query: schema.metricExportQuery,
  answer: { status: 200, description: 'The file.', mediaType: EXCEL_TYPE },
  run: (ctx, { params, query }) => fileOf(ctx, { metric: params.name }, query),
});

export const listAnnotations = endpoint({
  id: 'listAnnotations',
  method: 'GET',
  path: '/annotations',
  area,
  summary: 'List what is marked on the charts',
  permission: 'insights.own',
  query: insights.annotationsQuery,
  answer: { status: 200, description: 'At most 100, the earliest first.', schema: insights.annotationList },
  run: async (ctx, { query: { from, to, ...query } }) =>
    placedListPage(`annotations ${from} ${to}`, await marksOf(ctx, { from, to }), query),
});

export const createAnnotation = endpoint({
  id: 'createAnnotation',
  method: 'POST',
  path: '/annotations',
  area,
  summary: 'Mark a day on the charts',
  permission: 'insights.manage',
  body: insights.annotationBody,
  answer: { status: 201, description: 'The mark.', schema: insights.annotationShown },
  run: (ctx, { body }) => saveAnnotation(ctx, { ...body, annotationId: null }),
  show: (ctx, { annotationId }) => getAnnotation(ctx, annotationId),
});

export const updateAnnotation = endpoint({
  id: 'updateAnnotation',
  method: 'PATCH',
  path: '/annotations/{id}',
  area,
  summary: 'Change a mark',
  permission: 'insights.manage',
  params: idParams,
  body: insights.annotationBody,
  answer: { status: 200, description: 'The mark.', schema: insights.annotationShown },
  run: (ctx, { params, body }) => saveAnnotation(ctx, { ...body, annotationId: params.id }),
  show: (ctx, { annotationId }) => getAnnotation(ctx, annotationId),
});

export const removeAnnotation = endpoint({
  id: 'removeAnnotation',
  method: 'DELETE',
  path: '/annotations/{id}',
  area,
  summary: 'Take a mark away',
  permission: 'insights.manage',
  params: idParams,
  answer: { status: 204, description: 'It is gone.' },
  run: (ctx, { params }) => deleteAnnotation(ctx, { annotationId: params.id }),
});

export const setMetricTarget = endpoint({
  id: 'setMetricTarget',
  method: 'POST',
  path: '/metric-targets',
  area,
  summary: 'Say what a metric is to be',
  description: 'Targets are read with the settings of metrics, and with every value.',
  permission: 'insights.manage',
  body: insights.targetBody,
  answer: { status: 204, description: 'It is set.' },
  run: (ctx, { body }) => setTarget(ctx, body),
});

export const listBoardReports = endpoint({
  id: 'listBoardReports',
  method: 'GET',
  path: '/board-reports',
  area,
  summary: 'List the boards that go out by mail',
  permission: 'insights.read',
  query: insights.reportsQuery,
  answer: { status: 200, description: 'The oldest first, at most 200.', schema: insights.reportList },
  run: async (ctx, { query }) => {
    const rows = await listReports(ctx);
    const shown = rows.map(({ mine, nextAt, lastAt, ...row }) => ({
      ...row,
      nextAt: nextAt?.toISOString() ?? null,
      lastAt: lastAt?.toISOString() ?? null,
    }));
    return placedListPage('board reports', shown, query);
  },
});

export const createBoardReports = endpoint({
  id: 'createBoardReports',
  method: 'POST',
  path: '/board-reports',
  area,
  summary: 'Let a board come to members by mail',
  permission: 'insights.manage',
  body: insights.reportBody,
  answer: { status: 201, description: 'One for each reader.', schema: insights.reportIds },
  run: (ctx, { body }) => saveReport(ctx, body),
});

export const updateBoardReport = endpoint({
  id: 'updateBoardReport',
  method: 'PATCH',
  path: '/board-reports/{id}',
  area,
  summary: 'Change a board that comes by mail',
  permission: 'insights.manage',
  params: idParams,
  body: insights.reportChangesBody,
  answer: { status: 200, description: 'What comes now, one for each reader.', schema: insights.reportIds },
  run: (ctx, { params, body }) => updateReport(ctx, { reportId: params.id, ...body }),
});

export const stopBoardReport = endpoint({
  id: 'stopBoardReport',
  method: 'DELETE',
  path: '/board-reports/{id}',
  area,
  summary: 'Let a board come by mail no more',
  permission: 'insights.manage',
  params: idParams,
  answer: { status: 204, description: 'It has ended.' },
  run: (ctx, { params }) => stopReport(ctx, { reportId: params.id }),
});
