import type { Locale } from '@/i18n/locales';
import type { Context } from '@/server/context';

/** The id of an article, which is an address of it too. */
export const ARTICLE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The article that an address names in this language, else in another; null for none. */
export async function articleAt(
  { db, workspaceId }: Pick<Context, 'db' | 'workspaceId'>,
  { locale, slug }: Readonly<{ locale: Locale; slug: string }>,
): Promise<string | null> {
  if (ARTICLE_ID.test(slug)) return slug;
  const found = await db.articleSlug.findMany({
    where: { workspaceId, slug },
    orderBy: { locale: 'asc' },
    select: { locale: true, translation: { select: { articleId: true } } },
  });
  const own = found.find((each) => each.locale === locale) ?? found[0];
  return own?.translation.articleId ?? null;
}
