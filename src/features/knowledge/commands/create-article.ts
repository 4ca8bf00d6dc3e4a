import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { cleanOwnHtml } from '@/features/knowledge/article-files';
import type { CreateArticleInput } from '@/features/knowledge/inputs';
import { addRevision } from '@/features/knowledge/store';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Created = Readonly<{ articleId: string; translationId: string }>;

/** Begins an article as a draft in one language, the writer being its owner. */
export function createArticle(
  ctx: StaffContext,
  input: CreateArticleInput,
): Promise<Result<Created, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    if (!(await categoryIsHere(tx, ctx, input.categoryId))) return fail({ code: 'not_found' });
    const created = await insertArticle(tx, ctx, { ...input, kind: 'written' });
    if (input.missId) {
      const where = { workspaceId: ctx.workspaceId, id: input.missId };
      await tx.searchMiss.updateMany({ where, data: { settledAt: ctx.now() } });
    }
    await recordAudit(tx, ctx, { action: 'article.created', target: input.title });
    return ok(created);
  });
}

/** True when there is such a category, or none is asked for. */
export async function categoryIsHere(
  tx: Tx,
  { workspaceId }: StaffContext,
  id: string | null,
): Promise<boolean> {
  if (id === null) return true;
  return (await tx.category.findFirst({ where: { workspaceId, id }, select: { id: true } })) !== null;
}

type NewArticle = Pick<CreateArticleInput, 'locale' | 'title' | 'audience' | 'categoryId' | 'html'> &
  Readonly<{ kind: 'written' | 'imported'; excerpt?: string }>;

/** The rows of a new article: itself, its original text, and the first revision of that. */
export async function insertArticle(tx: Tx, ctx: StaffContext, article: NewArticle): Promise<Created> {
  const { workspaceId, actor } = ctx;
  const { locale, title, audience, categoryId, kind, excerpt = '' } = article;
  const { html } = cleanOwnHtml(ctx, article.html);
  const articleId = ctx.newId();
  const translationId = ctx.newId();
  const at = ctx.now();
  const owner = { ownerId: actor.id };
  await tx.article.create({
    data: {
      workspaceId,
      id: articleId,
      locale,
      audience,
      categoryId,
      ...owner,
      createdAt: at,
      updatedAt: at,
    },
  });
  const text = { title, excerpt, keywords: '', html };
  const editor = { editorId: actor.id, editorName: actor.name, updatedAt: at };
  await tx.articleTranslation.create({
    data: { workspaceId, id: translationId, articleId, locale, ...text, ...editor },
  });
  await addRevision(tx, ctx, { translationId, number: 1, kind, ...text });
  return { articleId, translationId };
}
