import { z } from 'zod';
import { ARTICLE_AUDIENCES } from '@/domain/knowledge/article';
import { TICKET_STATUSES } from '@/domain/ticket/ticket';
import { id, instant, language, listQuery } from './shared';

const PROBLEMS = ['no_value', 'unknown_value', 'unknown_name', 'no_days', 'unknown_key', 'too_many'] as const;

export const findQuery = listQuery.extend({
  q: z.string().trim().min(1).max(500).meta({
    description:
      'Words, and conditions as `key:value`: `refund status:open -tag:vip from:anna after:today-7`. Keys: from, to, assignee, team, status, tag, priority, channel, language, type, organization, subject, is, has, before, after, created, changed, solved, due; each in English, Hungarian and Latvian. A comma means "or", a minus "not", quotes hold several words together.',
    example: 'refund status:open before:2026-10',
  }),
});

/** What a search found. */
export const found = z
  .object({
    tickets: z.array(
      z.object({
        id,
        number: z.int(),
        subject: z.string(),
        preview: z.string(),
        status: z.enum(TICKET_STATUSES),
        requester: z.string(),
        activityAt: instant,
      }),
    ),
    customers: z
      .array(z.object({ id, name: z.string(), address: z.string().nullable() }))
      .meta({ description: 'At most five, on the first page only.' }),
    articles: z
      .array(
        z.object({
          id,
          title: z.string(),
          excerpt: z.string(),
          locale: language,
          audience: z.enum(ARTICLE_AUDIENCES),
        }),
      )
      .meta({
        description: 'Published articles, at most five, on the first page only; for those who may read them.',
      }),
    corrected: z.array(z.string()).meta({ description: 'What misspelt words were taken for.' }),
    problems: z
      .array(
        z.object({ code: z.enum(PROBLEMS), token: z.string(), value: z.string(), near: z.array(z.string()) }),
      )
      .meta({
        description:
          'Parts that were not understood. With any but `unknown_key`, nothing was searched for, so that no condition is left out in silence.',
      }),
    nextCursor: z.string().nullable().meta({ description: 'Give it as `cursor` to go on; null at the end.' }),
  })
  .meta({ id: 'Found' });
