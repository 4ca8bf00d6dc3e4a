import { fail, ok } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/macros';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import { ticketNumberParams } from '@/features/api/schemas/ticket';
import { ticketIdOf } from '@/features/api/ticket-rows';
import { applyMacro as apply } from '@/features/macros/commands/apply-macro';
import { deleteMacro as remove } from '@/features/macros/commands/delete-macro';
import { macroFields } from '@/features/macros/commands/macro-fields';
import { saveMacro } from '@/features/macros/commands/save-macro';
import { listMacros as macroRows, getMacro as macroWith } from '@/features/macros/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const area = 'Macros';

async function macroOf(ctx: StaffContext, id: string) {
  const macro = await macroWith(ctx, id);
  if (!macro) return null;
  const { mayChange: _, ...shown } = macro;
  return shown;
}

export const listMacros = endpoint({
  id: 'listMacros',
  method: 'GET',
  path: '/macros',
  area,
  summary: 'List macros and canned replies',
  permission: 'ticket.read',
  query: listQuery,
  answer: { status: 200, description: 'Those that are shared, in their order.', schema: schema.macroList },
  run: async (ctx, { query }) => {
    const page = wholeListPage('macros', (await macroRows(ctx, 'shared')).macros, query);
    if (!page.ok) return page;
    const { data, nextCursor } = page.value;
    return ok({ data: await Promise.all(data.map(({ id }) => macroOf(ctx, id))), nextCursor });
  },
});

export const createMacro = endpoint({
  id: 'createMacro',
  method: 'POST',
  path: '/macros',
  area,
  summary: 'Add a macro',
  description: 'It says or changes something: give a text, an action, or both. It comes last in order.',
  permission: 'macro.manage',
  body: schema.createMacroBody,
  answer: { status: 201, description: 'The new macro.', schema: schema.macro },
  run: (ctx, { body }) => {
    const read = macroFields.safeParse(body);
    return read.success ? saveMacro(ctx, read.data) : invalid();
  },
  show: (ctx, { macroId }) => macroOf(ctx, macroId),
});

export const getMacro = endpoint({
  id: 'getMacro',
  method: 'GET',
  path: '/macros/{id}',
  area,
  summary: 'Read a macro',
  permission: 'ticket.read',
  params: idParams,
  answer: { status: 200, description: 'The macro.', schema: schema.macro },
  run: async (ctx, { params }) => ok(await macroOf(ctx, params.id)),
});

export const updateMacro = endpoint({
  id: 'updateMacro',
  method: 'PATCH',
  path: '/macros/{id}',
  area,
  summary: 'Change a macro',
  permission: 'macro.manage',
  params: idParams,
  body: schema.updateMacroBody,
  answer: { status: 200, description: 'The macro as it is now.', schema: schema.macro },
  run: async (ctx, { params, body }) => {
    const before = await macroOf(ctx, params.id);
    if (!before) return fail({ code: 'not_found' });
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    const read = macroFields.safeParse({ ...before, ...given });
    return read.success ? saveMacro(ctx, { ...read.data, id: params.id }) : invalid();
  },
  show: (ctx, { macroId }) => macroOf(ctx, macroId),
});

export const deleteMacro = endpoint({
  id: 'deleteMacro',
  method: 'DELETE',
  path: '/macros/{id}',
  area,
  summary: 'Delete a macro',
  permission: 'macro.manage',
  params: idParams,
  answer: { status: 204, description: 'The macro is gone; what it did stays.' },
  run: (ctx, { params }) => remove(ctx, { macroId: params.id }),
});

export const applyMacro = endpoint({
  id: 'applyMacro',
  method: 'POST',
  path: '/tickets/{number}/macros',
  area,
  summary: 'Apply a macro to a ticket',
  description: 'Changes the ticket in one save. The answer that it proposes is given back, and not sent.',
  permission: 'ticket.update',
  params: ticketNumberParams,
  body: schema.applyMacroBody,
  answer: { status: 200, description: 'What it came to.', schema: schema.appliedMacro },
  run: async (ctx, { params: { number }, body: { macroId } }) => {
    const ticketId = await ticketIdOf(ctx, number);
    return ticketId ? apply(ctx, { ticketId, macroId, leaveStatus: false }) : fail({ code: 'not_found' });
  },
});

const invalid = async () => fail({ code: 'input.invalid' });
