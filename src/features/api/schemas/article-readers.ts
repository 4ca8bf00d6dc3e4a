import { z } from 'zod';
import { FEEDBACK_REASONS } from '@/features/knowledge/commands/give-feedback';
import { id, instant, language, listOf, listQuery } from './shared';

export const feedbackQuery = listQuery.extend({
  article: z.uuid().optional().meta({ description: 'Absent: of all articles.' }),
});

const feedback = z
  .object({
    id,
    at: instant,
    articleId: id,
    locale: language,
    helped: z.boolean(),
    reason: z.enum(FEEDBACK_REASONS).nullable(),
    comment: z.string(),
  })
  .meta({ id: 'ArticleFeedback' });

export const feedbackList = listOf(feedback).meta({ id: 'ArticleFeedbackList' });

export const articleTicketsQuery = listQuery.extend({
  how: z.enum(['after_reading', 'answered']).default('after_reading').meta({
    description: '`after_reading`: it did not help. `answered`: it was written from them or sent to them.',
  }),
});

const articleTicket = z
  .object({
    id,
    number: z.int(),
    subject: z.string(),
    kind: z.enum(['after_reading', 'written_from', 'inserted']),
    at: instant,
  })
  .meta({ id: 'TicketOfArticle' });

export const articleTicketList = listOf(articleTicket).meta({ id: 'TicketOfArticleList' });
