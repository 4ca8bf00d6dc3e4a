import { fail, ok } from '@/domain/shared/result';
import { plainTextAsHtml } from '@/features/api/plain-text-as-html';
import {
  changedTickets,
  changeTicketsBody,
  createTicketBody,
  ticket,
  ticketList,
  ticketNumberParams,
  ticketQuery,
  updateTicketBody,
} from '@/features/api/schemas/ticket';
import { listTickets as list } from '@/features/api/ticket-list';
import { ticketById, ticketByNumber, ticketIdOf, ticketIdsOf } from '@/features/api/ticket-rows';
import { areUploads } from '@/features/api/uploads';
import { changeEach } from '@/features/tickets/commands/change-each';
import { createTicket as create } from '@/features/tickets/commands/create-ticket';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { endpoint } from '@/server/http/endpoint';

const area = 'Tickets';

export const listTickets = endpoint({
  id: 'listTickets',
  method: 'GET',
  path: '/tickets',
  area,
  summary: 'List and search tickets',
  permission: 'ticket.read',
  query: ticketQuery,
  answer: { status: 200, description: 'A page of tickets.', schema: ticketList },
  run: (ctx, { query }) => list(ctx, query),
});

export const createTicket = endpoint({
  id: 'createTicket',
  method: 'POST',
  path: '/tickets',
  area,
  summary: 'Open a ticket',
  description:
    'For what a customer told you, with a first mail to them, or with a note. Give `text` or `html`.',
  permission: 'ticket.create',
  body: createTicketBody,
  answer: { status: 201, description: 'The new ticket.', schema: ticket },
  run: async (ctx, { body: { text, html, ...body } }) => {
    if (!(await areUploads(ctx, body.attachmentIds))) return fail({ code: 'file.missing' });
    return create(ctx, { ...body, html: html ?? plainTextAsHtml(text ?? '') });
  },
  show: (ctx, { number }) => ticketByNumber(ctx, number),
});

export const getTicket = endpoint({
  id: 'getTicket',
  method: 'GET',
  path: '/tickets/{number}',
  area,
  summary: 'Read a ticket',
  permission: 'ticket.read',
  params: ticketNumberParams,
  answer: { status: 200, description: 'The ticket.', schema: ticket },
  run: async (ctx, { params }) => ok(await ticketByNumber(ctx, params.number)),
});

export const updateTicket = endpoint({
  id: 'updateTicket',
  method: 'PATCH',
  path: '/tickets/{number}',
  area,
  summary: 'Change a ticket',
  permission: 'ticket.update',
  params: ticketNumberParams,
  body: updateTicketBody,
  answer: { status: 200, description: 'The ticket as it is now.', schema: ticket },
  run: async (ctx, { params: { number }, body }) => {
    const ticketId = await ticketIdOf(ctx, number);
    return ticketId ? changeTicket(ctx, { ticketId, ...body }) : fail({ code: 'not_found' });
  },
  show: (ctx, { ticketId }) => ticketById(ctx, ticketId),
});

export const changeTickets = endpoint({
  id: 'changeTickets',
  method: 'POST',
  path: '/tickets/changes',
  area,
  summary: 'Change several tickets alike',
  description: 'Each in a commit of its own: one that cannot be changed holds up no other.',
  permission: 'ticket.update',
  body: changeTicketsBody,
  answer: { status: 200, description: 'What became of each.', schema: changedTickets },
  run: async (ctx, { body: { numbers, change } }) => {
    const ids = await ticketIdsOf(ctx, numbers);
    const known = numbers.flatMap((number) => ids.get(number) ?? []);
    if (known.length === 0) return fail({ code: 'not_found' });
    const changed = await changeEach(ctx, { changes: known.map((ticketId) => ({ ...change, ticketId })) });
    if (!changed.ok) return changed;
    const problems = new Map(changed.value.outcomes.map(({ ticketId, problem }) => [ticketId, problem]));
    const problemOf = (number: number) => {
      const id = ids.get(number);
      return id === undefined ? 'not_found' : (problems.get(id) ?? null);
    };
    return ok({ data: numbers.map((number) => ({ number, problem: problemOf(number) })) });
  },
});
