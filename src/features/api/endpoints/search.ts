import { z } from 'zod';
import { ok } from '@/domain/shared/result';
import { placeOf } from '@/features/api/paging';
import * as shape from '@/features/api/schemas/search';
import { findPublished } from '@/features/knowledge/commands/find-published';
import { searchCustomers } from '@/features/search/queries';
import { findTickets } from '@/features/views/commands/find-tickets';
import type { Locale } from '@/i18n/locales';
import type { ApiContext } from '@/server/auth/api-key';
import { sealCursor } from '@/server/http/cursor';
import { endpoint } from '@/server/http/endpoint';

const LIST = 'search';
const BESIDES = 5;

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
  summary: 'Find tickets, customers and articles by words and conditions',
  description:
    'What the search of the desk finds: tickets that you may see, newest activity first, and by the words alone customers and articles.',
  permission: 'ticket.read',
  query: shape.findQuery,
  answer: { status: 200, description: 'What was found.', schema: shape.found },
  run: async (ctx, { query, locale }) => {
    const after = placeOf(LIST, query.cursor, place);
    if (!after.ok) return after;
    const found = await findTickets(ctx, { q: query.q, limit: query.limit, after: after.value });
    const besides = after.value
      ? { customers: [], articles: [] }
      : await foundBesides(ctx, found.words, locale);
    return ok({
      tickets: found.hits,
      ...besides,
      corrected: found.corrected,
      problems: found.problems.map(({ code, token, value, near }) => ({ code, token, value, near })),
      nextCursor: found.next && sealCursor(LIST, found.next),
    });
  },
});

async function foundBesides(ctx: ApiContext, words: string, locale: Locale) {
  const [customers, articles] = await Promise.all([
    searchCustomers(ctx, { q: words, limit: BESIDES }),
    findPublished(ctx, { locale, text: words, most: BESIDES }),
  ]);
  return {
    customers: customers.hits.map(({ id, name, address }) => ({ id, name, address })),
    articles: articles.map(({ articleId, plainTitle, plainExcerpt, locale: language, audience }) => ({
      id: articleId,
      title: plainTitle,
      excerpt: plainExcerpt,
      locale: language,
      audience,
    })),
  };
}
