import { fail } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/checklists';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import { ticketNumberParams } from '@/features/api/schemas/ticket';
import { ticketIdOf } from '@/features/api/ticket-rows';
import { addChecklist } from '@/features/checklists/commands/add-checklist';
import { addItem } from '@/features/checklists/commands/add-item';
import { changeItem } from '@/features/checklists/commands/change-item';
import { removeChecklist } from '@/features/checklists/commands/remove-checklist';
import { removeItem } from '@/features/checklists/commands/remove-item';
import { checklistsOnTicket } from '@/features/checklists/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const area = 'Tickets';

type Named = Readonly<{ ticketId: string; checklistId: string }>;
const shown = async (ctx: StaffContext, { ticketId, checklistId }: Named) =>
  (await checklistsOnTicket(ctx, ticketId)).find(({ id }) => id === checklistId) ?? null;

export const listTicketChecklists = endpoint({
  id: 'listTicketChecklists',
  method: 'GET',
  path: '/tickets/{number}/checklists',
  area,
  summary: 'List the checklists of a ticket',
  description: 'The oldest first, each with its items in order.',
  permission: 'ticket.read',
  params: ticketNumberParams,
  query: listQuery,
  answer: { status: 200, description: 'Checklists.', schema: schema.checklistList },
  run: async (ctx, { params: { number }, query }) => {
    const ticketId = await ticketIdOf(ctx, number);
    if (!ticketId) return fail({ code: 'not_found' });
    return wholeListPage(`checklists ${number}`, await checklistsOnTicket(ctx, ticketId), query);
  },
});

export const createTicketChecklist = endpoint({
  id: 'createTicketChecklist',
  method: 'POST',
  path: '/tickets/{number}/checklists',
  area,
  summary: 'Put a checklist on a ticket',
  permission: 'ticket.update',
  params: ticketNumberParams,
  body: schema.createChecklistBody,
  answer: { status: 201, description: 'The new checklist.', schema: schema.checklist },
  run: async (ctx, { params, body }) => {
    const ticketId = await ticketIdOf(ctx, params.number);
    return ticketId ? addChecklist(ctx, { ticketId, ...body }) : fail({ code: 'not_found' });
  },
  show: shown,
});

export const deleteChecklist = endpoint({
  id: 'deleteChecklist',
  method: 'DELETE',
  path: '/checklists/{id}',
  area,
  summary: 'Take a checklist off its ticket',
  permission: 'ticket.update',
  params: idParams,
  answer: { status: 204, description: 'It is no longer there, nor are its items.' },
  run: (ctx, { params }) => removeChecklist(ctx, { checklistId: params.id }),
});

export const createChecklistItem = endpoint({
  id: 'createChecklistItem',
  method: 'POST',
  path: '/checklists/{id}/items',
  area,
  summary: 'Add an item to a checklist',
  permission: 'ticket.update',
  params: idParams,
  body: schema.createItemBody,
  answer: { status: 201, description: 'The checklist.', schema: schema.checklist },
  run: (ctx, { params, body }) => addItem(ctx, { checklistId: params.id, ...body }),
  show: shown,
});

export const updateChecklistItem = endpoint({
  id: 'updateChecklistItem',
  method: 'PATCH',
  path: '/checklist-items/{id}',
  area,
  summary: 'Rename, tick off, open again or move an item',
  permission: 'ticket.update',
  params: idParams,
  body: schema.updateItemBody,
  answer: { status: 200, description: 'The checklist.', schema: schema.checklist },
  run: (ctx, { params, body }) => changeItem(ctx, { itemId: params.id, ...body }),
  show: shown,
});

export const deleteChecklistItem = endpoint({
  id: 'deleteChecklistItem',
  method: 'DELETE',
  path: '/checklist-items/{id}',
  area,
  summary: 'Remove an item from its checklist',
  permission: 'ticket.update',
  params: idParams,
  answer: { status: 204, description: 'It is no longer there.' },
  run: (ctx, { params }) => removeItem(ctx, { itemId: params.id }),
});

/** In the order in which they are documented. */
export const CHECKLIST_ENDPOINTS = [
  listTicketChecklists,
  createTicketChecklist,
  deleteChecklist,
  createChecklistItem,
  updateChecklistItem,
  deleteChecklistItem,
] as const;
