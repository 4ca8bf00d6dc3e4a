import { z } from 'zod';
import { fail } from '@/domain/shared/result';
import { DOING } from '@/domain/ticket/presence';
import { wholeListPage } from '@/features/api/paging';
import { id, listOf, listQuery } from '@/features/api/schemas/shared';
import { ticketNumberParams } from '@/features/api/schemas/ticket';
import { ticketByNumber } from '@/features/api/ticket-rows';
import { colleaguesOn } from '@/features/collision/queries';
import { endpoint } from '@/server/http/endpoint';

const present = z
  .object({
    id,
    name: z.string(),
    doing: z.enum(DOING).meta({ description: 'Whether they only look, or write an answer or a note.' }),
    since: z.iso.datetime().meta({ description: 'When they opened it.' }),
  })
  .meta({ id: 'TicketPresence' });

export const listTicketPresence = endpoint({
  id: 'listTicketPresence',
  method: 'GET',
  path: '/tickets/{number}/presence',
  area: 'Tickets',
  summary: 'List who has a ticket open now',
  description: 'Who has not been heard of for 22 seconds is left out.',
  permission: 'ticket.read',
  params: ticketNumberParams,
  query: listQuery,
  answer: {
    status: 200,
    description: 'Who has it open, who came first.',
    schema: listOf(present).meta({ id: 'TicketPresenceList' }),
  },
  run: async (ctx, { params, query }) => {
    const ticket = await ticketByNumber(ctx, params.number);
    if (!ticket) return fail({ code: 'not_found' });
    return wholeListPage(`presence ${params.number}`, await colleaguesOn(ctx, ticket.id), query);
  },
});
