import { readForm } from '@/domain/form/read';
import { fail, ok } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/forms';
import { idParams } from '@/features/api/schemas/shared';
import { saveForm } from '@/features/forms/commands/save-form';
import { submitByProgram } from '@/features/forms/commands/submit-by-program';
import { tryForm } from '@/features/forms/commands/try-form';
import { getForm as formPage, listForms as formsOf, type ListedForm } from '@/features/forms/queries';
import type { StaffContext } from '@/server/context';
import { env } from '@/server/env';
import { endpoint } from '@/server/http/endpoint';

const area = 'Fields and forms';

export const listForms = endpoint({
  id: 'listForms',
  method: 'GET',
  path: '/forms',
  area,
  summary: 'List request forms',
  permission: 'ticket.read',
  query: schema.formsQuery,
  answer: { status: 200, description: 'In their order.', schema: schema.formList },
  run: async (ctx, { query }) => wholeListPage('forms', (await formsOf(ctx)).map(listedForm), query),
});

export const getForm = endpoint({
  id: 'getForm',
  method: 'GET',
  path: '/forms/{id}',
  area,
  summary: 'Read a request form',
  description: 'All of it, in the shape in which it is changed.',
  permission: 'channel.manage',
  params: idParams,
  answer: { status: 200, description: 'The form.', schema: schema.wholeForm },
  run: async (ctx, { params }) => ok(await shown(ctx, params.id)),
});

export const createForm = endpoint({
  id: 'createForm',
  method: 'POST',
  path: '/forms',
  area,
  summary: 'Add a request form',
  description: 'It asks for an address and a message at least. Its own fields exist already.',
  permission: 'channel.manage',
  body: schema.formBody,
  answer: { status: 201, description: 'The new form, with its address.', schema: schema.wholeForm },
  run: (ctx, { body }) => saveForm(ctx, body),
  show: (ctx, { formId }) => shown(ctx, formId),
});

export const updateForm = endpoint({
  id: 'updateForm',
  method: 'PATCH',
  path: '/forms/{id}',
  area,
  summary: 'Change a request form',
  description: 'Give all of it; its address stays. Switch it off with `enabled`.',
  permission: 'channel.manage',
  params: idParams,
  body: schema.formBody,
  answer: { status: 200, description: 'The form as it is now.', schema: schema.wholeForm },
  run: (ctx, { params, body }) => saveForm(ctx, { ...body, id: params.id }),
  show: (ctx, { formId }) => shown(ctx, formId),
});

const addressOf = (publicKey: string) => `${new URL(env().PUBLIC_URL).origin}/form/${publicKey}`;

function listedForm({ id, name, enabled, publicKey, type, priority, items, processed, held }: ListedForm) {
  return {
    id,
    name,
    enabled,
    address: addressOf(publicKey),
    type,
    priority,
    items: items.map(({ key, kind, fieldId, required }) => ({ key, kind, fieldId, required })),
    processed,
    held,
  };
}

async function shown(ctx: StaffContext, formId: string) {
  const page = await formPage(ctx, formId);
  if (!page?.form) return null;
  const { workspaceId: _, workspace: __, publicKey, ...form } = page.form;
  return { ...form, address: addressOf(publicKey) };
}

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
    const page = await formPage(ctx, params.id);
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
