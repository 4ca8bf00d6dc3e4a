import { fail } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/knowledge';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import { deleteCategory as remove } from '@/features/knowledge/commands/delete-category';
import { categoriesNow } from '@/features/knowledge/commands/knowledge-now';
import { orderArticles } from '@/features/knowledge/commands/order-articles';
import { orderCategories } from '@/features/knowledge/commands/order-categories';
import { saveCategory } from '@/features/knowledge/commands/save-category';
import { getShelfOrder } from '@/features/knowledge/commands/shelf-order';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const area = 'Knowledge base';
const permission = 'knowledge.publish';

const categoryOf = async (ctx: StaffContext, id: string) =>
  (await categoriesNow(ctx)).find((each) => each.id === id) ?? null;

export const listArticleCategories = endpoint({
  id: 'listArticleCategories',
  method: 'GET',
  path: '/article-categories',
  area,
  summary: 'List the categories of articles',
  permission: 'knowledge.read',
  query: listQuery,
  answer: { status: 200, description: 'First those of the first level.', schema: schema.categoryList },
  run: async (ctx, { query }) => wholeListPage('article-categories', await categoriesNow(ctx), query),
});

export const createArticleCategory = endpoint({
  id: 'createArticleCategory',
  method: 'POST',
  path: '/article-categories',
  area,
  summary: 'Add a category of articles',
  description: 'There are two levels.',
  permission,
  body: schema.createCategoryBody,
  answer: { status: 201, description: 'The new category.', schema: schema.category },
  run: (ctx, { body }) => saveCategory(ctx, body),
  show: (ctx, { categoryId }) => categoryOf(ctx, categoryId),
});

export const updateArticleCategory = endpoint({
  id: 'updateArticleCategory',
  method: 'PATCH',
  path: '/article-categories/{id}',
  area,
  summary: 'Rename or move a category of articles',
  permission,
  params: idParams,
  body: schema.updateCategoryBody,
  answer: { status: 200, description: 'The category as it is now.', schema: schema.category },
  run: async (ctx, { params, body }) => {
    const now = await categoryOf(ctx, params.id);
    if (!now) return fail({ code: 'not_found' });
    const { parentId = now.parentId, names = now.names } = body;
    return saveCategory(ctx, { id: params.id, parentId, names });
  },
  show: (ctx, { categoryId }) => categoryOf(ctx, categoryId),
});

export const deleteArticleCategory = endpoint({
  id: 'deleteArticleCategory',
  method: 'DELETE',
  path: '/article-categories/{id}',
  area,
  summary: 'Delete an empty category of articles',
  permission,
  params: idParams,
  answer: { status: 204, description: 'The category is gone.' },
  run: (ctx, { params }) => remove(ctx, { categoryId: params.id }),
});

export const orderArticleCategories = endpoint({
  id: 'orderArticleCategories',
  method: 'POST',
  path: '/article-category-order',
  area,
  summary: 'Put the categories of one level in order',
  permission,
  body: schema.orderCategoriesBody,
  answer: { status: 204, description: 'They stand in this order.' },
  run: (ctx, { body }) => orderCategories(ctx, body),
});

export const listCategoryArticles = endpoint({
  id: 'listCategoryArticles',
  method: 'GET',
  path: '/article-categories/{id}/articles',
  area,
  summary: 'List the articles of a category in the order of its readers',
  permission: 'knowledge.read',
  params: idParams,
  query: listQuery,
  answer: { status: 200, description: 'Archived ones are left out.', schema: schema.shelfArticleList },
  run: async (ctx, { params, query }) => {
    const shelf = await getShelfOrder(ctx, { categoryId: params.id, reader: 'en' });
    if (!shelf) return fail({ code: 'not_found' });
    return wholeListPage(`category-articles ${params.id}`, shelf.articles, query);
  },
});

export const orderCategoryArticles = endpoint({
  id: 'orderCategoryArticles',
  method: 'POST',
  path: '/article-categories/{id}/articles',
  area,
  summary: 'Put the articles of a category in order',
  permission,
  params: idParams,
  body: schema.orderArticlesBody,
  answer: { status: 204, description: 'They stand in this order.' },
  run: (ctx, { params, body }) => orderArticles(ctx, { categoryId: params.id, ...body }),
});
