import { z } from 'zod';
import { ARTICLE_AUDIENCES } from '@/domain/knowledge/article';
import { id, language } from './shared';

export const importArticlesQuery = z.object({
  name: z.string().max(255).optional().meta({ description: 'The name of bare bytes.' }),
  locale: language.default('en').meta({ description: 'Of texts that do not say it.' }),
  audience: z.enum(ARTICLE_AUDIENCES).default('public').meta({ description: 'Of texts that do not say it.' }),
  categoryId: z.uuid().nullable().default(null),
});

const file = z.object({
  name: z.string(),
  articleId: id.nullable().meta({ description: 'Null: no article came of it; `problem` says why.' }),
  problem: z.enum(['type', 'empty', 'too_long']).nullable(),
  languages: z.int(),
  refusedPictures: z.array(z.string()),
  notes: z
    .array(z.enum(['state', 'category', 'owner']))
    .meta({ description: 'What it asks for and did not get.' }),
});

export const importedArticles = z.object({ files: z.array(file) }).meta({ id: 'ImportedArticles' });
