import type { ArticleAudience } from '@/domain/knowledge/article';
import { nameIn } from '@/features/knowledge/queries';
import type { Locale } from '@/i18n/locales';
import type { Context } from '@/server/context';

/** An article where its category is put in order. */
export type ShelfArticle = Readonly<{
  id: string;
  /** In its own language. */
  title: string;
  locale: Locale;
  audience: ArticleAudience;
  /** Whether readers find it, in some language. */
  live: boolean;
}>;

/** The most articles of one category that can be put in order. */
const MOST_ARTICLES = 500;

/** A category with its articles as readers find them: those that were put somewhere, then the others by title. Null when there is none. */
export async function getShelfOrder(
  { db, workspaceId }: Pick<Context, 'db' | 'workspaceId'>,
  { categoryId, reader }: Readonly<{ categoryId: string; reader: Locale }>,
): Promise<Readonly<{ name: string; articles: readonly ShelfArticle[] }> | null> {
  const category = await db.category.findUnique({
    where: { workspaceId_id: { workspaceId, id: categoryId } },
    select: { names: { select: { locale: true, name: true } } },
  });
  if (!category) return null;
  const articles = await db.$queryRaw<ShelfArticle[]>`
    select a.id, x.title, a.locale, a.audience::text as audience,
      exists (select from "ArticleTranslation" t where t."workspaceId" = a."workspaceId" and t."articleId" = a.id
        and t."liveRevision" is not null) as live
    from "Article" a
    join "ArticleTranslation" x on x."workspaceId" = a."workspaceId" and x."articleId" = a.id and x.locale = a.locale
    where a."workspaceId" = ${workspaceId}::uuid and a."categoryId" = ${categoryId}::uuid and x.state <> 'archived'
    order by a.position nulls last, x.title, a.id limit ${MOST_ARTICLES}`;
  return { name: nameIn(category.names, reader), articles };
}
