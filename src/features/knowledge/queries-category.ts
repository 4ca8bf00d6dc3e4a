import 'server-only';
import type { ArticleAudience } from '@/domain/knowledge/article';
import { isLocale, type Locale } from '@/i18n/locales';
import type { Context } from '@/server/context';
import { nameIn } from './queries';

type CategoryNames = Readonly<Partial<Record<Locale, Readonly<{ name: string; description: string }>>>>;

/** A category with what it holds. */
export type CategoryRow = Readonly<{
  id: string;
  parentId: string | null;
  /** In the reader's language, else in another. */
  name: string;
  names: CategoryNames;
  /** How many articles lie in it, its parts aside. */
  articles: number;
}>;

/** The most categories that a workspace shows. */
const MOST = 500;

/** All categories as a list in the order of the tree: each of the first level, and behind it its parts. */
export async function listCategories(
  { db, workspaceId }: Pick<Context, 'db' | 'workspaceId'>,
  reader: Locale,
): Promise<readonly CategoryRow[]> {
  const rows = await db.category.findMany({
    where: { workspaceId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: {
      id: true,
      parentId: true,
      names: { select: { locale: true, name: true, description: true } },
      _count: { select: { articles: true } },
    },
  });
  const categories = rows.map(({ names, _count, ...row }) => ({
    ...row,
    name: nameIn(names, reader),
    names: Object.fromEntries(
      names.flatMap(({ locale, ...name }) => (isLocale(locale) ? [[locale, name]] : [])),
    ),
    articles: _count.articles,
  }));
  const below = (parentId: string | null) => categories.filter((each) => each.parentId === parentId);
  return below(null).flatMap((category) => [category, ...below(category.id)]);
}

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
