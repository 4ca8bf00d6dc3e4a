import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { cleanOwnHtml } from '@/features/knowledge/article-files';
import type { CreateArticleInput } from '@/features/knowledge/inputs';
import { type ArticleText, addRevision } from '@/features/knowledge/store';
import type { Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';
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
  tx: Db | Tx,
  { workspaceId }: StaffContext,
  id: string | null,
): Promise<boolean> {
  if (id === null) return true;
  return (await tx.category.findFirst({ where: { workspaceId, id }, select: { id: true } })) !== null;
}

type NewArticle = Pick<CreateArticleInput, 'locale' | 'title' | 'audience' | 'categoryId' | 'html'> &
  Readonly<{
    kind: 'written' | 'imported';
    excerpt?: string;
    keywords?: string;
    /** Absent: whoever begins it. */
    ownerId?: string | null;
    /** Absent: a new one. */
    articleId?: string;
    /** Its place in its category; absent: none yet. */
    position?: number | null;
    reviewerId?: string | null;
    reviewOn?: Date | null;
  }>;

/** The rows of a new article: itself, its original text, and the first revision of that. */
export async function insertArticle(tx: Tx, ctx: StaffContext, article: NewArticle): Promise<Created> {
  const { workspaceId, actor } = ctx;
  const { locale, audience, categoryId, kind, ownerId = actor.id } = article;
  const { reviewerId = null, reviewOn = null } = article;
  const { title, excerpt = '', keywords = '' } = article;
  const { html } = cleanOwnHtml(ctx, article.html);
  const { articleId = ctx.newId(), position = null } = article;
  const at = ctx.now();
  const of = { workspaceId, id: articleId, createdAt: at, updatedAt: at };
  const review = { reviewerId, reviewOn, reviewNoticeOn: reviewOn };
  await tx.article.create({ data: { ...of, locale, audience, categoryId, position, ownerId, ...review } });
  const text = { title, excerpt, keywords, html };
  const translationId = await insertText(tx, ctx, { articleId, locale, text, kind, sourceRevision: null });
  return { articleId, translationId };
}

type NewText = Readonly<{
  articleId: string;
  locale: Locale;
  /** Cleaned. */
  text: ArticleText;
  kind: 'written' | 'imported';
  /** The revision of the original that a translation says. */
  sourceRevision: number | null;
}>;

/** The rows of a new text of an article, a draft. Gives its id. */
export async function insertText(
  tx: Tx,
  ctx: StaffContext,
  { articleId, locale, text, kind, sourceRevision }: NewText,
): Promise<string> {
  const { workspaceId, actor } = ctx;
  const id = ctx.newId();
  const editor = { editorId: actor.id, editorName: actor.name, updatedAt: ctx.now() };
  await tx.articleTranslation.create({
    data: { workspaceId, id, articleId, locale, ...text, sourceRevision, ...editor },
  });
  await addRevision(tx, ctx, { translationId: id, number: 1, kind, ...text });
  return id;
}
