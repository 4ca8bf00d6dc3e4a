import { ok } from '@/domain/shared/result';
import { placeOf } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/article-readers';
import { idParams } from '@/features/api/schemas/shared';
import { articleIsHere, readersOf, ticketsOf } from '@/features/knowledge/commands/readers-now';
import { sealCursor } from '@/server/http/cursor';
import { endpoint } from '@/server/http/endpoint';

const area = 'Knowledge base';
const permission = 'knowledge.read';

export const listArticleFeedback = endpoint({
  id: 'listArticleFeedback',
  method: 'GET',
  path: '/article-feedback',
  area,
  summary: 'List what readers said of articles',
  description: 'Answers with a reason or a comment, the newest first.',
  permission,
  query: schema.feedbackQuery,
  answer: { status: 200, description: 'What readers said.', schema: schema.feedbackList },
  run: async (ctx, { query: { limit, cursor, article } }) => {
    const after = placeOf('article-feedback', cursor, readersOf.place);
    if (!after.ok) return after;
    const { rows, next } = await readersOf.list(ctx, {
      articleId: article ?? null,
      after: after.value,
      most: limit,
    });
    const data = rows.map(({ at, title: _, ...row }) => ({ ...row, at: at.toISOString() }));
    return ok({ data, nextCursor: next && sealCursor('article-feedback', next) });
  },
});

export const listArticleTickets = endpoint({
  id: 'listArticleTickets',
  method: 'GET',
  path: '/articles/{id}/tickets',
  area,
  summary: 'List the tickets that have to do with an article',
  description:
    'Opened within 24 hours after reading it, or written from and sent to. Only tickets that the key may read.',
  permission,
  params: idParams,
  query: schema.articleTicketsQuery,
  answer: { status: 200, description: 'The tickets, the newest first.', schema: schema.articleTicketList },
  run: async (ctx, { params, query: { limit, cursor, how } }) => {
    const list = `article-tickets-${how}`;
    const after = placeOf(list, cursor, readersOf.place);
    if (!after.ok) return after;
    if (!(await articleIsHere(ctx, params.id))) return ok(null);
    const asked = { articleId: params.id, after: after.value, most: limit };
    const { rows, next } = await ticketsOf(ctx, { ...asked, how });
    const data = rows.map(({ id, number, subject, kind, at }) => ({
      id,
      number,
      subject,
      kind,
      at: at.toISOString(),
    }));
    return ok({ data, nextCursor: next && sealCursor(list, next) });
  },
});
