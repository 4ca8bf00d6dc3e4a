import { fail, ok } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/links';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import { ticketNumberParams } from '@/features/api/schemas/ticket';
import { ticketIdOf } from '@/features/api/ticket-rows';
import { answerByNumbers } from '@/features/links/commands/answer-by-numbers';
import { linkTickets } from '@/features/links/commands/link-tickets';
import { similarTickets } from '@/features/links/commands/similar-tickets';
import { unlinkTickets } from '@/features/links/commands/unlink-tickets';
import { linksOnTicket } from '@/features/links/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const area = 'Tickets';

async function linksOf(ctx: StaffContext, ticketId: string) {
  const groups = await linksOnTicket(ctx, { ticketId, all: true });
  return groups.flatMap(({ as, tickets }) =>
    tickets.map(({ linkId: id, createdAt, ...ticket }) => ({
      id,
      as,
      ticket,
      createdAt: createdAt.toISOString(),
    })),
  );
}

export const listTicketLinks = endpoint({
  id: 'listTicketLinks',
  method: 'GET',
  path: '/tickets/{number}/links',
  area,
  summary: 'List the tickets with which a ticket is linked',
  description: 'Those that you may see, by what they are for this ticket, open ones first.',
  permission: 'ticket.read',
  params: ticketNumberParams,
  query: listQuery,
  answer: { status: 200, description: 'Links.', schema: schema.ticketLinkList },
  run: async (ctx, { params: { number }, query }) => {
    const ticketId = await ticketIdOf(ctx, number);
    if (!ticketId) return fail({ code: 'not_found' });
    return wholeListPage(`links ${number}`, await linksOf(ctx, ticketId), query);
  },
});

export const listSimilarTickets = endpoint({
  id: 'listSimilarTickets',
  method: 'GET',
  path: '/tickets/{number}/similar',
  area,
  summary: 'List tickets that are about the same as a ticket',
  description: 'At most five that you may see, the likest first, by the words of subject and first message.',
  permission: 'ticket.read',
  params: ticketNumberParams,
  query: listQuery,
  answer: { status: 200, description: 'Similar tickets.', schema: schema.similarTicketList },
  run: async (ctx, { params: { number }, query }) => {
    const ticketId = await ticketIdOf(ctx, number);
    const found = ticketId && (await similarTickets(ctx, ticketId));
    return found ? wholeListPage(`similar ${number}`, found, query) : fail({ code: 'not_found' });
  },
});

export const createTicketLink = endpoint({
  id: 'createTicketLink',
  method: 'POST',
  path: '/tickets/{number}/links',
  area,
  summary: 'Link a ticket with another one',
  description:
    'A ticket has one problem, one parent and one original at most. Plain questions become an incident and a problem.',
  permission: 'ticket.update',
  params: ticketNumberParams,
  body: schema.createTicketLinkBody,
  answer: { status: 201, description: 'The new link.', schema: schema.ticketLink },
  run: async (ctx, { params, body }) => {
    const ticketId = await ticketIdOf(ctx, params.number);
    if (!ticketId) return fail({ code: 'not_found' });
    return linkTickets(ctx, { ticketId, number: body.ticket, as: body.as });
  },
  show: async (ctx, { ticketId, linkId }) =>
    (await linksOf(ctx, ticketId)).find(({ id }) => id === linkId) ?? null,
});

export const deleteTicketLink = endpoint({
  id: 'deleteTicketLink',
  method: 'DELETE',
  path: '/ticket-links/{id}',
  area,
  summary: 'End a link between tickets',
  permission: 'ticket.update',
  params: idParams,
  answer: { status: 204, description: 'It is no longer there; both histories tell of it.' },
  run: (ctx, { params }) => unlinkTickets(ctx, { linkId: params.id, untype: [] }),
});

export const answerIncidents = endpoint({
  id: 'answerIncidents',
  method: 'POST',
  path: '/tickets/{number}/incident-answers',
  area,
  summary: 'Answer the incidents of a problem',
  description:
    'Everybody is answered on their own ticket, in their language and where they wrote; one that cannot be answered holds up no other.',
  permission: 'ticket.reply',
  params: ticketNumberParams,
  body: schema.answerIncidentsBody,
  answer: { status: 200, description: 'What became of each incident.', schema: schema.incidentAnswers },
  run: async (ctx, { params, body: { id, status, ...rest } }) => {
    const problemId = await ticketIdOf(ctx, params.number);
    if (!problemId) return fail({ code: 'not_found' });
    const answered = await answerByNumbers(ctx, { ...rest, problemId, answerId: id, submitAs: status });
    return answered.ok ? ok(answered.value) : answered;
  },
});

/** In the order in which they are documented. */
export const LINK_ENDPOINTS = [
  listTicketLinks,
  listSimilarTickets,
  createTicketLink,
  deleteTicketLink,
  answerIncidents,
] as const;
