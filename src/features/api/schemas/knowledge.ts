import { z } from 'zod';
import { ARTICLE_AUDIENCES, ARTICLE_STATES, ARTICLE_STEPS } from '@/domain/knowledge/article';
import {
  ARTICLE_NEEDS,
  articleFields,
  articleOrder,
  articleText,
  categoryFields,
  categoryOrder,
} from '@/features/knowledge/commands/article-fields';
import { givenInstant, id, instant, language, listOf, listQuery } from './shared';

const audience = z
  .enum(ARTICLE_AUDIENCES)
  .meta({ description: '`internal` articles are for staff alone; the help centre shows `public` ones.' });
const state = z.enum(ARTICLE_STATES);
const words = articleText.shape;

export const listArticlesQuery = listQuery.extend({
  q: z.string().trim().max(200).optional().meta({ description: 'Words of the title or the keywords.' }),
  state: state.optional().meta({ description: 'Absent: all but archived ones.' }),
  locale: language.optional(),
  audience: audience.optional(),
  category: z.uuid().optional(),
  owner: z.uuid().optional(),
  need: z.enum(ARTICLE_NEEDS).optional().meta({
    description:
      '`review`: waits for review. `due`: its review day has come. `stale`, `missing`: of translations.',
  }),
});

const articleSummary = z
  .object({
    id,
    title: z.string(),
    locale: language,
    audience,
    updatedAt: instant,
    texts: z.array(
      z.object({ locale: language, title: z.string(), state, live: z.boolean(), stale: z.boolean() }),
    ),
  })
  .meta({ id: 'ArticleSummary' });

export const articleList = listOf(articleSummary).meta({ id: 'ArticleList' });

const text = z
  .object({
    id,
    locale: language,
    state,
    title: z.string(),
    excerpt: z.string(),
    keywords: z.string(),
    html: z.string(),
    slug: z.string().nullable(),
    version: z.int(),
    revision: z.int(),
    liveRevision: z.int().nullable().meta({ description: 'The revision that readers see; null: none.' }),
    sourceRevision: z
      .int()
      .nullable()
      .meta({ description: 'Of a translation: the revision of the original that it says.' }),
    publishAt: instant.nullable(),
    archiveAt: instant.nullable().meta({ description: 'When it is taken from its readers by itself.' }),
    publishedAt: instant.nullable(),
    updatedAt: instant,
  })
  .meta({ id: 'ArticleText' });

export const article = z
  .object({
    id,
    locale: language.meta({ description: 'The language of the original.' }),
    audience,
    categoryId: id.nullable(),
    ownerId: id.nullable(),
    reviewerId: id
      .nullable()
      .meta({ description: 'Who is told when a text of it waits for review. Null: whoever may publish.' }),
    reviewOn: z.iso.date().nullable(),
    createdAt: instant,
    updatedAt: instant,
    texts: z.array(text),
  })
  .meta({ id: 'Article' });

export const createArticleBody = z
  .strictObject({
    locale: language,
    title: words.title,
    html: words.html.default('').meta({ description: 'What may not stand in an article is left out.' }),
    audience: audience.default('public'),
    categoryId: articleFields.shape.categoryId.default(null),
  })
  .meta({ id: 'CreateArticle' });

export const updateArticleBody = z
  .strictObject(articleFields.shape)
  .partial()
  .meta({ id: 'UpdateArticle', description: 'What is absent stays as it is.' });

export const textParams = z.object({ id: z.uuid(), locale: language });

export const writeTextBody = z
  .strictObject({
    title: words.title,
    excerpt: words.excerpt.optional(),
    keywords: words.keywords.optional(),
    html: words.html.optional(),
    version: z.int().min(1).optional().meta({
      description: 'The version that you read. When another stands there now, nothing is written: 409.',
    }),
  })
  .meta({ id: 'WriteArticleText', description: 'What is absent stays as it is.' });

export const stepBody = z
  .strictObject({
    step: z.enum(ARTICLE_STEPS),
    at: givenInstant.optional().meta({ description: 'For `schedule` and `schedule_archive`: when.' }),
    current: z
      .boolean()
      .default(true)
      .meta({ description: 'For `publish` of a translation: it says what the original says now.' }),
  })
  .meta({ id: 'ArticleStep' });

export const searchQuery = z.strictObject({ q: z.string().trim().min(1).max(300), locale: language });

export const foundArticles = z
  .object({
    data: z.array(
      z.object({ articleId: id, title: z.string(), excerpt: z.string(), slug: z.string(), audience }),
    ),
  })
  .meta({ id: 'FoundArticles' });

const name = z.object({ name: z.string(), description: z.string() });

export const category = z
  .object({
    id,
    parentId: id.nullable(),
    position: z.int(),
    names: z.object({ en: name.optional(), hu: name.optional(), lv: name.optional() }),
  })
  .meta({ id: 'ArticleCategory' });

export const categoryList = listOf(category).meta({ id: 'ArticleCategoryList' });

export const shelfArticleList = listOf(
  z
    .object({ id, title: z.string(), locale: language, audience, live: z.boolean() })
    .meta({ id: 'ArticleOfCategory' }),
).meta({ id: 'ArticleOfCategoryList' });

export const createCategoryBody = z.strictObject(categoryFields.shape).meta({ id: 'CreateArticleCategory' });

export const orderCategoriesBody = z
  .strictObject({
    categoryIds: categoryOrder.meta({ description: 'All those of one level.' }),
  })
  .meta({ id: 'OrderArticleCategories' });

export const orderArticlesBody = z
  .strictObject({
    articleIds: articleOrder.meta({
      description: 'Those that are not named stand behind them, by title.',
    }),
  })
  .meta({ id: 'OrderArticles' });

export const updateCategoryBody = z
  .strictObject({ parentId: categoryFields.shape.parentId.unwrap(), names: categoryFields.shape.names })
  .partial()
  .meta({ id: 'UpdateArticleCategory', description: 'What is absent stays as it is.' });
