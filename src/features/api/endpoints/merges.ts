import { fail } from '@/domain/shared/result';
import { mergeTicketBody, splitTicketBody } from '@/features/api/schemas/merges';
import { ticket, ticketNumberParams } from '@/features/api/schemas/ticket';
import { ticketById, ticketIdOf } from '@/features/api/ticket-rows';
import { mergeTickets } from '@/features/tickets/commands/merge-tickets';
import { splitTicket as split } from '@/features/tickets/commands/split-ticket';
import { undoMergeOf } from '@/features/tickets/commands/undo-merge-of';
import { endpoint } from '@/server/http/endpoint';

const area = 'Tickets';
const permission = 'ticket.merge';

export const mergeTicket = endpoint({
  id: 'mergeTicket',
  method: 'POST',
  path: '/tickets/{number}/merge',
  area,
  summary: 'Merge a ticket into another one',
  description:
    'Its messages stand on the other ticket from then on, and later answers follow. Can be undone.',
  permission,
  params: ticketNumberParams,
  body: mergeTicketBody,
  answer: { status: 200, description: 'The ticket that remains.', schema: ticket },
  run: async (ctx, { params: { number }, body: { into, acrossCustomers } }) => {
    const ticketId = await ticketIdOf(ctx, number);
    if (!ticketId) return fail({ code: 'not_found' });
    return mergeTickets(ctx, { ticketId, intoNumber: into, acrossCustomers });
  },
  show: (ctx, { ticketId }) => ticketById(ctx, ticketId),
});

export const unmergeTicket = endpoint({
  id: 'unmergeTicket',
  method: 'POST',
  path: '/tickets/{number}/unmerge',
  area,
  summary: 'Undo the merge of a ticket',
  description:
    '`number` is that of the ticket that was merged away. What has come since stays where it came.',
  permission,
  params: ticketNumberParams,
  answer: { status: 200, description: 'The ticket that is there again.', schema: ticket },
  run: (ctx, { params: { number } }) => undoMergeOf(ctx, number),
  show: (ctx, { ticketId }) => ticketById(ctx, ticketId),
});

export const splitTicket = endpoint({
  id: 'splitTicket',
  method: 'POST',
  path: '/tickets/{number}/split',
  area,
  summary: 'Split messages off a ticket',
  description: 'They become a ticket of their own. Merge that one back to undo it.',
  permission,
  params: ticketNumberParams,
  body: splitTicketBody,
  answer: { status: 201, description: 'The new ticket.', schema: ticket },
  run: async (ctx, { params: { number }, body }) => {
    const ticketId = await ticketIdOf(ctx, number);
    return ticketId ? split(ctx, { ticketId, ...body }) : fail({ code: 'not_found' });
  },
  show: (ctx, { ticketId }) => ticketById(ctx, ticketId),
});

/** In the order in which they are documented. */
export const MERGE_ENDPOINTS = [mergeTicket, unmergeTicket, splitTicket] as const;
