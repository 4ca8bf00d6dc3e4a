import type { ViewCondition } from '@/domain/condition/view-fields';
import { fail, ok } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import { ticketList } from '@/features/api/schemas/ticket';
import * as schema from '@/features/api/schemas/views';
import { ticketsOfView } from '@/features/api/view-tickets';
import { deleteView as remove } from '@/features/views/commands/delete-view';
import { importViews as takeIn } from '@/features/views/commands/import-views';
import { saveView } from '@/features/views/commands/save-view';
import { exportedViews, readViewInput, savedViews, viewById, viewCounts } from '@/features/views/queries';
import { endpoint } from '@/server/http/endpoint';

const area = 'Views';
const permission = 'ticket.read';

export const listViews = endpoint({
  id: 'listViews',
  method: 'GET',
  path: '/views',
  area,
  summary: 'List saved views',
  permission,
  query: listQuery,
  answer: { status: 200, description: 'A page of views, by name.', schema: schema.viewList },
  run: async (ctx, { query }) => wholeListPage('views', await savedViews(ctx), query),
});

export const createView = endpoint({
  id: 'createView',
  method: 'POST',
  path: '/views',
  area,
  summary: 'Save a view for a team or for everybody',
  permission: 'view.manage',
  body: schema.createViewBody,
  answer: { status: 201, description: 'The new view.', schema: schema.view },
  run: async (ctx, { body }) => {
    const input = readViewInput(body);
    return input ? saveView(ctx, input) : fail({ code: 'input.invalid' });
  },
  show: (ctx, { viewId }) => viewById(ctx, viewId),
});

export const getView = endpoint({
  id: 'getView',
  method: 'GET',
  path: '/views/{id}',
  area,
  summary: 'Read a view',
  permission,
  params: idParams,
  answer: { status: 200, description: 'The view.', schema: schema.view },
  run: async (ctx, { params }) => ok(await viewById(ctx, params.id)),
});

export const updateView = endpoint({
  id: 'updateView',
  method: 'PATCH',
  path: '/views/{id}',
  area,
  summary: 'Change a view',
  permission: 'view.manage',
  params: idParams,
  body: schema.updateViewBody,
  answer: { status: 200, description: 'The view as it is now.', schema: schema.view },
  run: async (ctx, { params, body }) => {
    const before = await viewById(ctx, params.id);
    if (!before) return fail({ code: 'not_found' });
    const conditions: ViewCondition = body.conditions ?? before.conditions;
    const input = readViewInput({ ...before, ...body, conditions, id: params.id });
    return input ? saveView(ctx, input) : fail({ code: 'input.invalid' });
  },
  show: (ctx, { viewId }) => viewById(ctx, viewId),
});

export const deleteView = endpoint({
  id: 'deleteView',
  method: 'DELETE',
  path: '/views/{id}',
  area,
  summary: 'Forget a view',
  permission: 'view.manage',
  params: idParams,
  answer: { status: 204, description: 'The view is gone; its tickets stay.' },
  run: (ctx, { params }) => remove(ctx, { viewId: params.id }),
});

export const listViewTickets = endpoint({
  id: 'listViewTickets',
  method: 'GET',
  path: '/views/{id}/tickets',
  area,
  summary: 'List the tickets of a view',
  description: 'In the order of the view, and its groups.',
  permission,
  params: idParams,
  query: schema.viewTicketsQuery,
  answer: { status: 200, description: 'A page of tickets.', schema: ticketList },
  run: (ctx, { params, query }) => ticketsOfView(ctx, params.id, query),
});

export const getViewCounts = endpoint({
  id: 'getViewCounts',
  method: 'GET',
  path: '/view-counts',
  area,
  summary: 'Read how many tickets are in each view',
  description:
    'As they were counted last: within seconds after a ticket changed, within a minute where time decides.',
  permission,
  answer: { status: 200, description: 'All views that the key sees.', schema: schema.viewCounts },
  run: async (ctx) => ok({ data: await viewCounts(ctx) }),
});

export const exportViews = endpoint({
  id: 'exportViews',
  method: 'GET',
  path: '/view-export',
  area,
  summary: 'Export views',
  permission,
  answer: { status: 200, description: 'A file that another workspace can import.', schema: schema.viewFile },
  run: async (ctx) => ok(await exportedViews(ctx)),
});

export const importViews = endpoint({
  id: 'importViews',
  method: 'POST',
  path: '/view-import',
  area,
  summary: 'Import views from a file',
  description: 'All of them for everybody, or none. What they point at is found by id, else by name.',
  permission: 'view.manage',
  body: schema.viewFile,
  answer: { status: 201, description: 'The new views.', schema: schema.importedViews },
  run: async (ctx, { body }) => {
    const done = await takeIn(ctx, { json: JSON.stringify(body), audience: 'everyone' });
    if (done.ok || done.error.code !== 'view.file_wrong') return done;
    const errors = done.error.problems.map(
      ({ at, message }) => ({ in: 'body', field: at, code: 'custom', says: message }) as const,
    );
    return fail({ code: 'view.file_wrong', errors });
  },
});
