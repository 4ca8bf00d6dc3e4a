import { z } from 'zod';
import { ARTICLE_AUDIENCES, ARTICLE_STEPS } from '@/domain/knowledge/article';
import { LOCALES } from '@/i18n/locales';
import {
  articleFields,
  articleOrder,
  articleText,
  categoryFields,
  categoryOrder,
} from './commands/article-fields';

const locale = z.enum(LOCALES);

export const createArticleInput = z.object({
  locale,
  title: articleText.shape.title,
  audience: z.enum(ARTICLE_AUDIENCES).default('public'),
  categoryId: z.uuid().nullable().default(null),
  html: articleText.shape.html.default(''),
  /** The searches in vain that it answers: they count as settled. */
  missId: z.uuid().optional(),
});
export type CreateArticleInput = z.output<typeof createArticleInput>;

export const changeArticleInput = articleFields.partial().extend({ articleId: z.uuid() });
export type ChangeArticleInput = z.output<typeof changeArticleInput>;

export const saveTextInput = articleText.extend({
  translationId: z.uuid(),
  /** The version that the editor began with; another that stands there is shown before it is replaced. */
  version: z.int().min(1),
});
export type SaveTextInput = z.output<typeof saveTextInput>;

export const addTranslationInput = z.object({ articleId: z.uuid(), locale });
export type AddTranslationInput = z.output<typeof addTranslationInput>;

export const stepInput = z.object({
  translationId: z.uuid(),
  step: z.enum(ARTICLE_STEPS),
  /** For `schedule`. */
  at: z.coerce.date().optional(),
  /** For `publish`: the text says what the original says now. */
  current: z.boolean().default(true),
});
export type StepInput = z.output<typeof stepInput>;

export const restoreInput = z.object({ translationId: z.uuid(), number: z.int().min(1) });
export type RestoreInput = z.output<typeof restoreInput>;

export const articleIdInput = z.object({ articleId: z.uuid() });
export type ArticleIdInput = z.output<typeof articleIdInput>;

export const categoryInput = categoryFields.extend({ id: z.uuid().optional() });
export type CategoryInput = z.output<typeof categoryInput>;

export const categoryIdInput = z.object({ categoryId: z.uuid() });
export type CategoryIdInput = z.output<typeof categoryIdInput>;

/** The shelves of one level in their new order. */
export const categoryOrderInput = z.object({ categoryIds: categoryOrder });
export type CategoryOrderInput = z.output<typeof categoryOrderInput>;

/** The articles of a category in their new order. */
export const articleOrderInput = z.object({
  categoryId: z.uuid(),
  articleIds: articleOrder,
});
export type ArticleOrderInput = z.output<typeof articleOrderInput>;

/** Where articles go whose files do not say it. */
export const importInput = z.object({
  locale,
  audience: z.enum(ARTICLE_AUDIENCES).default('public'),
  categoryId: z.uuid().nullable().default(null),
});
export type ImportInput = z.output<typeof importInput>;

export const missInput = z.object({ missId: z.uuid() });
export type MissInput = z.output<typeof missInput>;

export const fromTicketInput = z.object({ ticketId: z.uuid() });
export type FromTicketInput = z.output<typeof fromTicketInput>;

export const insertInput = z.object({
  ticketId: z.uuid(),
  articleId: z.uuid(),
  locale,
  as: z.enum(['link', 'text']),
  into: z.enum(['reply', 'note']).default('reply'),
});
export type InsertInput = z.output<typeof insertInput>;
