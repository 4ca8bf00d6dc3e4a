import { fail, ok } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import {
  beginImportBody,
  customerImport,
  customerImportList,
  customerImportQuery,
  exportQuery,
  rereadImportBody,
} from '@/features/api/schemas/imports';
import { idParams } from '@/features/api/schemas/shared';
import { beginImport, deleteImport } from '@/features/imports/commands/begin-import';
import { cancelImport, resumeImport } from '@/features/imports/commands/cancel-import';
import { rereadImport } from '@/features/imports/commands/reread-import';
import { uploadImport } from '@/features/imports/commands/upload-import';
import { getImport, type ImportRow, importReport, listImports } from '@/features/imports/queries';
import { customersAsCsv } from '@/features/segments/queries';
import type { StaffContext } from '@/server/context';
import { csvResponse } from '@/server/http/csv-response';
import { endpoint } from '@/server/http/endpoint';

const area = 'Customers';
const permission = 'customer.import';

const shown = ({ cursor, byName: _, mapping, ...row }: ImportRow) => ({ ...row, mapping, done: cursor });

async function importById(ctx: StaffContext, id: string) {
  const found = await getImport(ctx, id);
  if (!found) return null;
  const { examples: _examples, wrong: _wrong, ...row } = found;
  return shown(row as unknown as ImportRow);
}

export const listCustomerImports = endpoint({
  id: 'listCustomerImports',
  method: 'GET',
  path: '/customer-imports',
  area,
  summary: 'List the newest files of customers',
  permission,
  query: customerImportQuery,
  answer: { status: 200, description: 'The newest fifty, page by page.', schema: customerImportList },
  run: async (ctx, { query }) =>
    wholeListPage('customer imports', (await listImports(ctx)).map(shown), query),
});

export const uploadCustomerImport = endpoint({
  id: 'uploadCustomerImport',
  method: 'POST',
  path: '/customer-imports',
  area,
  summary: 'Upload a file of customers',
  description:
    'CSV, as the field `file` of a multipart form or as bare bytes with `?name=`. Encoding and separator are found out, and ' +
    'what the columns hold is guessed. Nothing is taken in yet.',
  permission,
  body: 'file',
  answer: { status: 201, description: 'The file with the guessed mapping.', schema: customerImport },
  run: (ctx, { body }) => uploadImport(ctx, body),
  show: (ctx, { importId }) => importById(ctx, importId),
});

export const getCustomerImport = endpoint({
  id: 'getCustomerImport',
  method: 'GET',
  path: '/customer-imports/{id}',
  area,
  summary: 'Read how far an import has come',
  permission,
  params: idParams,
  answer: { status: 200, description: 'The import.', schema: customerImport },
  run: async (ctx, { params }) => ok(await importById(ctx, params.id)),
});

export const beginCustomerImport = endpoint({
  id: 'beginCustomerImport',
  method: 'POST',
  path: '/customer-imports/{id}/begin',
  area,
  summary: 'Look through a file, or take it in',
  description: 'It is done in the background; ask for the import to see how far it has come.',
  permission,
  params: idParams,
  body: beginImportBody,
  answer: { status: 200, description: 'The import, which has begun.', schema: customerImport },
  run: async (ctx, { params, body: { columns, country, ...body } }) => {
    const found = await getImport(ctx, params.id);
    if (!found) return fail({ code: 'not_found' });
    const { mapping } = found;
    return beginImport(ctx, {
      ...body,
      columns: columns ?? mapping.columns,
      country: country ?? mapping.country,
      importId: params.id,
    });
  },
  show: (ctx, { importId }) => importById(ctx, importId),
});

export const rereadCustomerImport = endpoint({
  id: 'rereadCustomerImport',
  method: 'POST',
  path: '/customer-imports/{id}/reread',
  area,
  summary: 'Read a file in another encoding or with another separator',
  description: 'Its columns are guessed anew. Not while it is at work, nor once it was taken in.',
  permission,
  params: idParams,
  body: rereadImportBody,
  answer: { status: 200, description: 'The import as it is read now.', schema: customerImport },
  run: (ctx, { params, body }) => rereadImport(ctx, { ...body, importId: params.id }),
  show: (ctx, { importId }) => importById(ctx, importId),
});

export const cancelCustomerImport = endpoint({
  id: 'cancelCustomerImport',
  method: 'POST',
  path: '/customer-imports/{id}/cancel',
  area,
  summary: 'Stop a file that is at work',
  description: 'What was taken in stays; `done` says how far it came.',
  permission,
  params: idParams,
  answer: { status: 200, description: 'The import, which has stopped.', schema: customerImport },
  run: (ctx, { params }) => cancelImport(ctx, { importId: params.id }),
  show: (ctx, { importId }) => importById(ctx, importId),
});

export const resumeCustomerImport = endpoint({
  id: 'resumeCustomerImport',
  method: 'POST',
  path: '/customer-imports/{id}/resume',
  area,
  summary: 'Go on with a file that was stopped',
  description: 'Behind the last line that was taken in.',
  permission,
  params: idParams,
  answer: { status: 200, description: 'The import, which goes on.', schema: customerImport },
  run: (ctx, { params }) => resumeImport(ctx, { importId: params.id }),
  show: (ctx, { importId }) => importById(ctx, importId),
});

export const getCustomerImportReport = endpoint({
  id: 'getCustomerImportReport',
  method: 'GET',
  path: '/customer-imports/{id}/report',
  area,
  summary: 'Download what became of every line',
  permission,
  params: idParams,
  answer: {
    status: 200,
    description: 'CSV: each line with its outcome and its problems as codes.',
    mediaType: 'text/csv',
  },
  run: async (ctx, { params }) => {
    const found = await getImport(ctx, params.id);
    return found
      ? ok(csvResponse(await importReport(ctx, { file: found, locale: null }), 'import-report.csv'))
      : fail({ code: 'not_found' });
  },
});

export const deleteCustomerImport = endpoint({
  id: 'deleteCustomerImport',
  method: 'DELETE',
  path: '/customer-imports/{id}',
  area,
  summary: 'Forget a file and its report',
  permission,
  params: idParams,
  answer: { status: 204, description: 'The file is gone; customers that were taken in stay.' },
  run: (ctx, { params }) => deleteImport(ctx, { importId: params.id }),
});

export const exportCustomers = endpoint({
  id: 'exportCustomers',
  method: 'GET',
  path: '/customer-export',
  area,
  summary: 'Download customers as CSV',
  description: 'All, those who fit a search, or those of a segment; safe to open in a spreadsheet.',
  permission: 'customer.export',
  query: exportQuery,
  answer: { status: 200, description: 'CSV in UTF-8 with a byte order mark.', mediaType: 'text/csv' },
  run: async (ctx, { query: { q, segment, language } }) => {
    const file = await customersAsCsv(ctx, { q, segmentId: segment ?? null, locale: language });
    return file ? ok(csvResponse(file, 'customers.csv')) : fail({ code: 'not_found' });
  },
});
