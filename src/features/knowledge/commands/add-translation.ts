import { fail, ok, type Result } from '@/domain/shared/result';
import type { AddTranslationInput } from '@/features/knowledge/inputs';
import { touchArticle } from '@/features/knowledge/store';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { insertText } from './create-article';

/**
 * Begins a translation as a draft that says, word for word, what the original says: its headings, pictures and links are then in
 * their places. One that there is already is given back.
 */
export function addTranslation(
  ctx: StaffContext,
  { articleId, locale }: AddTranslationInput,
): Promise<Result<Readonly<{ translationId: string }>, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const article = await tx.article.findUnique({
      where: { workspaceId_id: { workspaceId, id: articleId } },
      select: { locale: true, translations: { select: { id: true, locale: true } } },
    });
    if (!article) return fail({ code: 'not_found' });
    const there = article.translations.find((each) => each.locale === locale);
    if (there) return ok({ translationId: there.id });
    const original = await tx.articleTranslation.findUniqueOrThrow({
      where: { workspaceId_articleId_locale: { workspaceId, articleId, locale: article.locale } },
      select: { title: true, excerpt: true, html: true, revision: true, liveRevision: true },
    });
    const { revision, liveRevision, ...words } = original;
    const text = { ...words, keywords: '' };
    const id = await insertText(tx, ctx, {
      articleId,
      locale,
      text,
      kind: 'written',
      sourceRevision: liveRevision ?? revision,
    });
    await touchArticle(tx, ctx, articleId);
    return ok({ translationId: id });
  });
}
