import { wholeListPage } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/fields';
import { idParams } from '@/features/api/schemas/shared';
import { archiveField as archive } from '@/features/fields/commands/archive-field';
import { saveField as save } from '@/features/fields/commands/save-field';
import { getField as fieldPage, listFields as fieldsOf } from '@/features/fields/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const area = 'Fields and forms';

export const listFields = endpoint({
  id: 'listFields',
  method: 'GET',
  path: '/fields',
  area,
  summary: 'List own fields',
  permission: 'ticket.read',
  query: schema.fieldsQuery,
  answer: { status: 200, description: 'In their order, archived ones too.', schema: schema.fieldList },
  run: async (ctx, { query }) =>
    wholeListPage(`fields ${query.entity}`, await fieldsOf(ctx, query.entity), query),
});

export const createField = endpoint({
  id: 'createField',
  method: 'POST',
  path: '/fields',
  area,
  summary: 'Add a field',
  permission: 'workspace.manage',
  body: schema.fieldBody,
  answer: { status: 201, description: 'The new field.', schema: schema.field },
  run: (ctx, { body }) => save(ctx, body),
  show: (ctx, { fieldId }) => shown(ctx, fieldId),
});

export const updateField = endpoint({
  id: 'updateField',
  method: 'PATCH',
  path: '/fields/{id}',
  area,
  summary: 'Change a field',
  description: 'Give all of it; its kind and what it belongs to stay.',
  permission: 'workspace.manage',
  params: idParams,
  body: schema.fieldBody,
  answer: { status: 200, description: 'The field as it is now.', schema: schema.field },
  run: (ctx, { params, body }) => save(ctx, { ...body, id: params.id }),
  show: (ctx, { fieldId }) => shown(ctx, fieldId),
});

export const archiveField = endpoint({
  id: 'archiveField',
  method: 'DELETE',
  path: '/fields/{id}',
  area,
  summary: 'Archive a field',
  description: 'It is no longer offered; its values stay.',
  permission: 'workspace.manage',
  params: idParams,
  answer: { status: 204, description: 'Archived.' },
  run: (ctx, { params }) => archive(ctx, { fieldId: params.id, archived: true }),
});

async function shown(ctx: StaffContext, fieldId: string) {
  const page = await fieldPage(ctx, fieldId);
  if (!page) return null;
  const { version: _, ...field } = page.field;
  return field;
}
