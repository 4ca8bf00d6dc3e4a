import { z } from 'zod';
import { ok } from '@/domain/shared/result';
import { placeOf } from '@/features/api/paging';
import * as shape from '@/features/api/schemas/search';
import { searchCustomers } from '@/features/search/queries';
import { findTickets } from '@/features/views/commands/find-tickets';
import { sealCursor } from '@/server/http/cursor';
import { endpoint } from '@/server/http/endpoint';

const LIST = 'search';
const CUSTOMERS = 5;

const place = z.object({
  step: z.enum(['direct', 'words', 'corrected']),
  activityAt: z.iso.datetime().transform((text) => new Date(text)),
  id: z.uuid(),
});

export const find = endpoint({
  id: 'find',
  method: 'GET',
  path: '/search',
  area: 'Search',
  summary: 'Find tickets and customers by words and conditions',
  description: 'What the search of the desk finds: tickets that you may see, newest activity first.',
  permission: 'ticket.read',
  query: shape.findQuery,
  answer: { status: 200, description: 'What was found.', schema: shape.found },
  run: async (ctx, { query }) => {
    const after = placeOf(LIST, query.cursor, place);
    if (!after.ok) return after;
    const found = await findTickets(ctx, { q: query.q, limit: query.limit, after: after.value });
    const customers = after.value
      ? []
      : (await searchCustomers(ctx, { q: found.words, limit: CUSTOMERS })).hits;
    return ok({
      tickets: found.hits,
      customers: customers.map(({ id, name, address }) => ({ id, name, address })),
      corrected: found.corrected,
      problems: found.problems.map(({ code, token, value, near }) => ({ code, token, value, near })),
      nextCursor: found.next && sealCursor(LIST, found.next),
    });
  },
});
