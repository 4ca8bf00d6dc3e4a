import { fail, ok } from '@/domain/shared/result';
import * as schema from '@/features/api/schemas/metrics';
import { type Exported, exportNumbers, fileResponse } from '@/features/insights/commands/export-numbers';
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
