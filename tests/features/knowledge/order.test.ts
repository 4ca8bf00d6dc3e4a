import { beforeEach, describe, expect, test } from 'vitest';
import { addTranslation } from '@/features/knowledge/commands/add-translation';
import { changeArticle } from '@/features/knowledge/commands/change-article';
import { orderArticles } from '@/features/knowledge/commands/order-articles';
import { getShelfOrder } from '@/features/knowledge/commands/shelf-order';
import { getHelpArticle, getShelf } from '@/features/knowledge/queries-help';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';
import { apiWorld } from '../api/calls';
import { liveArticle, newArticle, newCategory, step } from './support';

let world: Awaited<ReturnType<typeof newWorld>>;
let manager: StaffContext;
beforeEach(async () => {
  world = await newWorld();
  manager = await world.member({ role: 'manager' });
});

/** A category with published articles of these titles. */
async function shelf(titles: readonly string[], name = 'Delivery') {
  const categoryId = await newCategory(manager, { names: { en: { name } } });
  const ids: string[] = [];
  for (const title of titles) ids.push((await liveArticle(manager, { title, categoryId })).articleId);
  return { categoryId, ids };
}

const read = async (slug: string) =>
  (await getShelf(manager, { locale: 'en', slug }))?.articles.map(({ title }) => title);
const listed = async (categoryId: string) =>
  (await getShelfOrder(manager, { categoryId, reader: 'en' }))?.articles.map(({ title }) => title);

describe('the order of the articles of a category', () => {
  test('is by title until somebody puts it otherwise, then theirs, for readers and at the desk', async () => {
    const { categoryId, ids } = await shelf(['C', 'A', 'B']);
    expect(await read('delivery')).toEqual(['A', 'B', 'C']);
    expect(await orderArticles(manager, { categoryId, articleIds: ids })).toMatchObject({ ok: true });
    expect(await read('delivery')).toEqual(['C', 'A', 'B']);
    await liveArticle(manager, { title: '0 new', categoryId });
    expect(await read('delivery'), 'what is new stands behind').toEqual(['C', 'A', 'B', '0 new']);
    await orderArticles(manager, { categoryId, articleIds: [ids[2] ?? ''] });
    expect(await listed(categoryId)).toEqual(['B', '0 new', 'A', 'C']);
  });

  test('is left by an article that goes to another category, and holds for no other', async () => {
    const { categoryId, ids } = await shelf(['B', 'A']);
    const other = await shelf(['Z', 'Y'], 'Returns');
    await orderArticles(manager, { categoryId, articleIds: ids });
    await orderArticles(manager, { categoryId: other.categoryId, articleIds: other.ids });
    await changeArticle(manager, { articleId: ids[0] ?? '', categoryId: other.categoryId });
    expect(await read('returns')).toEqual(['Z', 'Y', 'B']);
    expect(await read('delivery')).toEqual(['A']);
    const mixed = await orderArticles(manager, { categoryId, articleIds: ids });
    expect(mixed).toEqual({ ok: false, error: { code: 'not_found' } });
    await changeArticle(manager, { articleId: other.ids[0] ?? '', categoryId: other.categoryId });
    expect(await read('returns'), 'the same category again moves nothing').toEqual(['Z', 'Y', 'B']);
  });

  test('programs read it and set it, and that of categories', async () => {
    const { admin, call } = await apiWorld();
    const categoryId = await newCategory(admin);
    const other = await newCategory(admin, { names: { en: { name: 'Returns' } } });
    const ids = [];
    for (const title of ['A', 'B']) ids.push((await newArticle(admin, { title, categoryId })).articleId);
    const articleIds = ids.toReversed();
    const path = `/article-categories/${categoryId}/articles`;
    expect((await call(path, { method: 'POST', body: { articleIds } })).status).toBe(204);
    expect((await call(path)).json.data).toMatchObject([{ title: 'B', live: false }, { title: 'A' }]);
    const body = { categoryIds: [other, categoryId] };
    expect((await call('/article-category-order', { method: 'POST', body })).status).toBe(204);
    const { json } = await call('/article-categories');
    expect(json.data.map(({ id }: { id: string }) => id)).toEqual([other, categoryId]);
  });
});

test('the id of an article is an address that leads to the present one, in a language that it has', async () => {
  const { articleId } = await liveArticle(manager, { title: 'Return an item' });
  const hidden = await liveArticle(manager, { title: 'Limits', audience: 'internal' });
  const draft = await newArticle(manager);
  const at = (slug: string, locale: 'en' | 'hu' = 'en') => getHelpArticle(manager, { locale, slug });
  expect(await at(articleId)).toEqual({ kind: 'moved', slug: 'return-an-item' });
  expect(await at(articleId, 'hu')).toMatchObject({ kind: 'elsewhere', places: [{ locale: 'en' }] });
  const hu = await addTranslation(manager, { articleId, locale: 'hu' });
  if (hu.ok) await step(manager, hu.value.translationId, 'publish');
  expect(await at(articleId, 'hu')).toMatchObject({ kind: 'moved' });
  expect(await at(hidden.articleId)).toBeNull();
  expect(await at(draft.articleId)).toBeNull();
  const elsewhere = await (await newWorld()).member();
  expect(await getHelpArticle(elsewhere, { locale: 'en', slug: articleId })).toBeNull();
});
