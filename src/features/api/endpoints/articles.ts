import type { z } from 'zod';
import { fail, ok } from '@/domain/shared/result';
import { placeOf } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/knowledge';
import { idParams } from '@/features/api/schemas/shared';
import { addTranslation } from '@/features/knowledge/commands/add-translation';
import { changeArticle } from '@/features/knowledge/commands/change-article';
import { createArticle as create } from '@/features/knowledge/commands/create-article';
import { deleteArticle as remove } from '@/features/knowledge/commands/delete-article';
import { articleNow, findArticles, textIdOf } from '@/features/knowledge/commands/knowledge-now';
import { saveText } from '@/features/knowledge/commands/save-text';
import { takeStep } from '@/features/knowledge/commands/take-step';
import { articlePlace, listArticles as rowsOf } from '@/features/knowledge/queries';
import type { Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { sealCursor } from '@/server/http/cursor';
import { endpoint } from '@/server/http/endpoint';

const area = 'Knowledge base';
const permission = 'knowledge.write';
const LIST = 'articles';

async function shown(ctx: StaffContext, id: string) {
  const found = await articleNow(ctx, id);
  if (!found) return null;
  const { reviewOn, createdAt, updatedAt, texts, ...article } = found;
  return {
    ...article,
    reviewOn: reviewOn?.toISOString().slice(0, 10) ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    texts: texts.map(({ publishAt, archiveAt, publishedAt, updatedAt: at, ...text }) => ({
      ...text,
      publishAt: publishAt?.toISOString() ?? null,
      archiveAt: archiveAt?.toISOString() ?? null,
      publishedAt: publishedAt?.toISOString() ?? null,
      updatedAt: at.toISOString(),
    })),
  };
}

export const listArticles = endpoint({
  id: 'listArticles',
  method: 'GET',
  path: '/articles',
  area,
  summary: 'List articles',
  description: 'Those that changed last first.',
  permission: 'knowledge.read',
  query: schema.listArticlesQuery,
  answer: { status: 200, description: 'The articles.', schema: schema.articleList },
  run: async (ctx, { query: { limit, cursor, ...filter } }) => {
    const after = placeOf(LIST, cursor, articlePlace);
    if (!after.ok) return after;
    const { rows, next } = await rowsOf(ctx, { filter, after: after.value, reader: 'en', most: limit });
    const data = rows.map(({ id, title, locale, audience, updatedAt, texts }) => ({
      id,
      title,
      locale,
      audience,
      updatedAt: updatedAt.toISOString(),
      texts: texts.map((text) => ({
        locale: text.locale,
        title: text.title,
        state: text.state,
        live: text.live,
        stale: text.stale,
      })),
    }));
    return ok({ data, nextCursor: next && sealCursor(LIST, next) });
  },
});

export const createArticle = endpoint({
  id: 'createArticle',
  method: 'POST',
  path: '/articles',
  area,
  summary: 'Begin an article',
  description: 'It is a draft: publish its text by a step.',
  permission,
  body: schema.createArticleBody,
  answer: { status: 201, description: 'The new article.', schema: schema.article },
  run: (ctx, { body }) => create(ctx, body),
  show: (ctx, { articleId }) => shown(ctx, articleId),
});

export const getArticle = endpoint({
  id: 'getArticle',
  method: 'GET',
  path: '/articles/{id}',
  area,
  summary: 'Read an article in all its languages',
  permission: 'knowledge.read',
  params: idParams,
  answer: { status: 200, description: 'The article.', schema: schema.article },
  run: async (ctx, { params }) => ok(await shown(ctx, params.id)),
});

export const updateArticle = endpoint({
  id: 'updateArticle',
  method: 'PATCH',
  path: '/articles/{id}',
  area,
  summary: 'Change what holds for all languages of an article',
  permission,
  params: idParams,
  body: schema.updateArticleBody,
  answer: { status: 200, description: 'The article as it is now.', schema: schema.article },
  run: async (ctx, { params, body }) => {
    const done = await changeArticle(ctx, { ...present(body), articleId: params.id });
    return done.ok ? ok({ articleId: params.id }) : done;
  },
  show: (ctx, { articleId }) => shown(ctx, articleId),
});

export const deleteArticle = endpoint({
  id: 'deleteArticle',
  method: 'DELETE',
  path: '/articles/{id}',
  area,
  summary: 'Delete an article in all its languages',
  description: 'Its history goes with it. To keep it, archive its texts.',
  permission: 'knowledge.publish',
  params: idParams,
  answer: { status: 204, description: 'The article is gone.' },
  run: (ctx, { params }) => remove(ctx, { articleId: params.id }),
});

export const writeArticleText = endpoint({
  id: 'writeArticleText',
  method: 'PATCH',
  path: '/articles/{id}/translations/{locale}',
  area,
  summary: 'Write the text of an article in one language',
  description:
    'A language that is not written yet begins as a translation. Readers see it once it is published.',
  permission,
  params: schema.textParams,
  body: schema.writeTextBody,
  answer: { status: 200, description: 'The article as it is now.', schema: schema.article },
  run: async (ctx, { params: { id: articleId, locale }, body }) => {
    const added = await addTranslation(ctx, { articleId, locale });
    if (!added.ok) return added;
    const { version, ...words } = body;
    const now = (await articleNow(ctx, articleId))?.texts.find((each) => each.locale === locale);
    if (!now) return fail({ code: 'not_found' });
    const { title, excerpt, keywords, html } = { ...now, ...present(words) };
    const saved = await saveText(ctx, {
      translationId: now.id,
      version: version ?? now.version,
      title,
      excerpt,
      keywords,
      html,
    });
    if (saved.ok) return ok({ articleId });
    return fail({ code: saved.error.code });
  },
  show: (ctx, { articleId }) => shown(ctx, articleId),
});

export const stepArticleText = endpoint({
  id: 'stepArticleText',
  method: 'POST',
  path: '/articles/{id}/translations/{locale}/steps',
  area,
  summary: 'Publish, schedule, withdraw or archive a text',
  description:
    'Publishing wants a key that may publish. What cannot follow from where the text stands is refused: 409.',
  permission,
  params: schema.textParams,
  body: schema.stepBody,
  answer: { status: 200, description: 'The article as it is now.', schema: schema.article },
  run: async (ctx, { params, body }) => {
    const text = await textOf(ctx, params);
    if (!text) return fail({ code: 'not_found' });
    const { step, current, at } = body;
    const done = await takeStep(ctx, { translationId: text.id, step, current, ...(at && { at }) });
    return done.ok ? ok({ articleId: params.id }) : done;
  },
  show: (ctx, { articleId }) => shown(ctx, articleId),
});

export const searchKnowledge = endpoint({
  id: 'searchKnowledge',
  method: 'GET',
  path: '/article-search',
  area,
  summary: 'Find published articles by what they say',
  description: 'At most twenty, the best first, internal ones as well.',
  permission: 'knowledge.read',
  query: schema.searchQuery,
  answer: { status: 200, description: 'What was found.', schema: schema.foundArticles },
  run: async (ctx, { query }) =>
    ok({ data: await findArticles(ctx, { locale: query.locale, text: query.q }) }),
});

const textOf = (ctx: StaffContext, { id, locale }: z.output<typeof schema.textParams>) =>
  textIdOf(ctx, { articleId: id, locale: locale as Locale });

const present = <Body extends object>(body: Body) =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Body]?: Exclude<Body[Name], undefined>;
  };
