import { readForm } from '@/domain/form/read';
import { fail, ok } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/fields';
import { idParams } from '@/features/api/schemas/shared';
import { archiveField as archive } from '@/features/fields/commands/archive-field';
import { saveField as save } from '@/features/fields/commands/save-field';
import { getField as fieldPage, listFields as fieldsOf } from '@/features/fields/queries';
import { submitByProgram } from '@/features/forms/commands/submit-by-program';
import { tryForm } from '@/features/forms/commands/try-form';
import { listForms as formsOf, getForm } from '@/features/forms/queries';
import type { StaffContext } from '@/server/context';
import { env } from '@/server/env';
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

export const listForms = endpoint({
  id: 'listForms',
  method: 'GET',
  path: '/forms',
  area,
  summary: 'List request forms',
  permission: 'ticket.read',
  query: schema.formsQuery,
  answer: { status: 200, description: 'In their order.', schema: schema.formList },
  run: async (ctx, { query }) => {
    const forms = (await formsOf(ctx)).map(
      ({ id, name, enabled, publicKey, type, priority, items, ...counts }) => ({
        id,
        name,
        enabled,
        address: `${new URL(env().PUBLIC_URL).origin}/form/${publicKey}`,
        type,
        priority,
        items: items.map(({ key, kind, fieldId, required }) => ({ key, kind, fieldId, required })),
        processed: counts.processed,
        held: counts.held,
      }),
    );
    return wholeListPage('forms', forms, query);
  },
});

export const submitForm = endpoint({
  id: 'submitForm',
  method: 'POST',
  path: '/forms/{id}/submissions',
  area,
  summary: 'Send a form for somebody',
  description: 'Makes the ticket that the form would make, with its confirmation by mail.',
  permission: 'ticket.create',
  params: idParams,
  body: schema.submissionBody,
  answer: { status: 201, description: 'The number of the ticket.', schema: schema.submitted },
  run: async (ctx, { params, body }) => {
    const page = await getForm(ctx, params.id);
    if (!page?.form?.enabled) return fail({ code: 'not_found' });
    const { form, definitions } = page;
    const { items, type } = form;
    const { language: locale, values, email, name, subject, message } = body;
    const single = { email, name, subject, message };
    const typed = Object.fromEntries(
      Object.entries({ ...values, ...single }).map(([key, value]) => [key, [value].flat()]),
    );
    const { submission, wrong } = readForm({ items, definitions, type, locale }, typed);
    if (Object.keys(wrong).length > 0) {
      const fields = Object.fromEntries(Object.entries(wrong).map(([key, why]) => [`values.${key}`, [why]]));
      return fail({ code: 'input.invalid', fields });
    }
    return ok(await submitByProgram(ctx, { form: { ...form, definitions }, submission }));
  },
});

export const testForm = endpoint({
  id: 'testForm',
  method: 'POST',
  path: '/forms/{id}/test',
  area,
  summary: 'Try a form out',
  description:
    'Fills it in and sends it, also while it is switched off. The ticket is tagged `test`, and `email` gets the confirmation.',
  permission: 'channel.manage',
  params: idParams,
  body: schema.formTestBody,
  answer: { status: 201, description: 'The number of the ticket.', schema: schema.submitted },
  run: (ctx, { params, body }) => tryForm(ctx, { formId: params.id, email: body.email }),
});
