import { addTranslation } from '@/features/knowledge/commands/add-translation';
import { changeArticle } from '@/features/knowledge/commands/change-article';
import { createArticle } from '@/features/knowledge/commands/create-article';
import { deleteArticle } from '@/features/knowledge/commands/delete-article';
import { deleteCategory } from '@/features/knowledge/commands/delete-category';
import { insertIntoTicket } from '@/features/knowledge/commands/insert-into-ticket';
import { orderArticles } from '@/features/knowledge/commands/order-articles';
import { orderCategories } from '@/features/knowledge/commands/order-categories';
import { restoreRevision } from '@/features/knowledge/commands/restore-revision';
import { saveCategory } from '@/features/knowledge/commands/save-category';
import { settleMiss } from '@/features/knowledge/commands/settle-miss';
import { takeStep } from '@/features/knowledge/commands/take-step';
import { writeFromTicket } from '@/features/knowledge/commands/write-from-ticket';
import { categoryInput, createArticleInput, stepInput } from '@/features/knowledge/inputs';
import type { StaffContext } from '@/server/context';
import { newArticle, newCategory } from './support';

type Other = Readonly<{
  ticketId: string;
  missId: string;
  articleId: string;
  translationId: string;
  categoryId: string;
  userId: string;
}>;
type Attempt = (ctx: StaffContext, other: Other) => Promise<{ ok: boolean; error?: unknown }>;

/** What another workspace has of knowledge. */
export async function knowledgeRows(owner: StaffContext) {
  const missId = owner.newId();
  const at = owner.now();
  await owner.db.searchMiss.create({
    data: {
      workspaceId: owner.workspaceId,
      id: missId,
      locale: 'en',
      words: 'x',
      text: 'x',
      firstAt: at,
      lastAt: at,
    },
  });
  return { ...(await newArticle(owner)), missId, categoryId: await newCategory(owner) };
}

const names = { en: { name: 'Mine' } };
const article = { locale: 'en', title: 'x', html: '<p>x</p>' };

/** Each action on knowledge with the names of another workspace. */
export const KNOWLEDGE_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  createArticle: [
    (ctx, { categoryId }) => createArticle(ctx, createArticleInput.parse({ ...article, categoryId })),
  ],
  changeArticle: [
    (ctx, { articleId }) => changeArticle(ctx, { articleId, audience: 'internal' }),
    async (ctx, { categoryId }) =>
      changeArticle(ctx, { articleId: (await newArticle(ctx)).articleId, categoryId }),
    async (ctx, { userId }) =>
      changeArticle(ctx, { articleId: (await newArticle(ctx)).articleId, ownerId: userId }),
    async (ctx, { userId }) =>
      changeArticle(ctx, { articleId: (await newArticle(ctx)).articleId, reviewerId: userId }),
  ],
  addTranslation: [(ctx, { articleId }) => addTranslation(ctx, { articleId, locale: 'hu' })],
  takeStep: [(ctx, { translationId }) => takeStep(ctx, stepInput.parse({ translationId, step: 'publish' }))],
  restoreRevision: [(ctx, { translationId }) => restoreRevision(ctx, { translationId, number: 1 })],
  deleteArticle: [(ctx, { articleId }) => deleteArticle(ctx, { articleId })],
  saveCategory: [
    (ctx, { categoryId: id }) => saveCategory(ctx, categoryInput.parse({ id, names })),
    (ctx, { categoryId: parentId }) => saveCategory(ctx, categoryInput.parse({ parentId, names })),
  ],
  writeFromTicket: [(ctx, { ticketId }) => writeFromTicket(ctx, { ticketId })],
  insertIntoTicket: [
    (ctx, { ticketId, articleId }) =>
      insertIntoTicket(ctx, { ticketId, articleId, locale: 'en', as: 'link', into: 'reply' }),
    (ctx, { ticketId, articleId }) =>
      insertIntoTicket(ctx, { ticketId, articleId, locale: 'en', as: 'text', into: 'note' }),
  ],
  settleMiss: [(ctx, { missId }) => settleMiss(ctx, { missId })],
  deleteCategory: [(ctx, { categoryId }) => deleteCategory(ctx, { categoryId })],
  orderArticles: [
    (ctx, { categoryId, articleId }) => orderArticles(ctx, { categoryId, articleIds: [articleId] }),
    async (ctx, { articleId }) =>
      orderArticles(ctx, { categoryId: await newCategory(ctx), articleIds: [articleId] }),
  ],
  orderCategories: [(ctx, { categoryId }) => orderCategories(ctx, { categoryIds: [categoryId] })],
};
