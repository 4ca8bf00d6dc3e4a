import { z } from 'zod';
import { ARTICLE_AUDIENCES, ARTICLE_STATES } from '@/domain/knowledge/article';
import { LOCALES } from '@/i18n/locales';
import { ARTICLE_NEEDS } from './commands/article-fields';

const chosen = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** What the list is narrowed to; what is absent narrows nothing, and wrong values read as absent. */
export const articleFilter = z.object({
  q: chosen(z.string().trim().max(200)),
  state: chosen(z.enum(ARTICLE_STATES)),
  audience: chosen(z.enum(ARTICLE_AUDIENCES)),
  category: chosen(z.uuid()),
  locale: chosen(z.enum(LOCALES)),
  owner: chosen(z.uuid()),
  need: chosen(z.enum(ARTICLE_NEEDS)),
});
export type ArticleFilter = z.output<typeof articleFilter>;
