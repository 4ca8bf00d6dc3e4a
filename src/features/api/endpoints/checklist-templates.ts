import { fail } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/checklists';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import { deleteTemplate } from '@/features/checklists/commands/delete-template';
import { saveTemplate } from '@/features/checklists/commands/save-template';
import { listChecklistTemplates as templates } from '@/features/checklists/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const area = 'Tickets';

const shown = async (ctx: StaffContext, { templateId }: Readonly<{ templateId: string }>) =>
  (await templates(ctx)).find(({ id }) => id === templateId) ?? null;

export const listChecklistTemplates = endpoint({
  id: 'listChecklistTemplates',
  method: 'GET',
  path: '/checklist-templates',
  area,
  summary: 'List the templates of checklists',
  permission: 'ticket.read',
  query: listQuery,
  answer: { status: 200, description: 'Templates, by name.', schema: schema.templateList },
  run: async (ctx, { query }) => wholeListPage('checklist templates', await templates(ctx), query),
});

export const createChecklistTemplate = endpoint({
  id: 'createChecklistTemplate',
  method: 'POST',
  path: '/checklist-templates',
  area,
  summary: 'Add a template of checklists',
  permission: 'macro.manage',
  body: schema.createTemplateBody,
  answer: { status: 201, description: 'The new template.', schema: schema.template },
  run: (ctx, { body }) => saveTemplate(ctx, { ...body, templateId: null }),
  show: shown,
});

export const updateChecklistTemplate = endpoint({
  id: 'updateChecklistTemplate',
  method: 'PATCH',
  path: '/checklist-templates/{id}',
  area,
  summary: 'Change a template of checklists',
  description: 'Checklists that were made from it before stay as they are.',
  permission: 'macro.manage',
  params: idParams,
  body: schema.updateTemplateBody,
  answer: { status: 200, description: 'The template as it is now.', schema: schema.template },
  run: async (ctx, { params: { id: templateId }, body }) => {
    const before = await shown(ctx, { templateId });
    if (!before) return fail({ code: 'not_found' });
    const { name = before.name, required = before.required, items = [...before.items] } = body;
    return saveTemplate(ctx, { templateId, name, required, items });
  },
  show: shown,
});

export const deleteChecklistTemplate = endpoint({
  id: 'deleteChecklistTemplate',
  method: 'DELETE',
  path: '/checklist-templates/{id}',
  area,
  summary: 'Delete a template of checklists',
  permission: 'macro.manage',
  params: idParams,
  answer: { status: 204, description: 'It is gone; checklists that were made from it stay.' },
  run: (ctx, { params }) => deleteTemplate(ctx, { templateId: params.id }),
});

/** In the order in which they are documented. */
export const TEMPLATE_ENDPOINTS = [
  listChecklistTemplates,
  createChecklistTemplate,
  updateChecklistTemplate,
  deleteChecklistTemplate,
] as const;
