import { searchArticles } from '@/features/knowledge/search-articles';
import { localeOf } from '@/features/knowledge/store';
import { LOCALES, type Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';

/** An article with its texts in all languages, each as it is written and what of it readers see; null when there is none. */
export async function articleNow({ db, workspaceId }: StaffContext, id: string) {
  const row = await db.article.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      id: true,
      locale: true,
      audience: true,
      categoryId: true,
      ownerId: true,
      reviewerId: true,
      reviewOn: true,
      createdAt: true,
      updatedAt: true,
      translations: { select: TEXT },
    },
  });
  if (!row) return null;
  const { translations, ...article } = row;
  const texts = LOCALES.flatMap((locale) => translations.find((each) => each.locale === locale) ?? []);
  return { ...article, locale: localeOf(row.locale), texts: texts.map(textNow) };
}

const TEXT = {
  id: true,
  locale: true,
  state: true,
  title: true,
  excerpt: true,
  keywords: true,
  html: true,
  slug: true,
  version: true,
  revision: true,
  liveRevision: true,
  sourceRevision: true,
  publishAt: true,
  archiveAt: true,
  publishedAt: true,
  updatedAt: true,
} as const;

const textNow = <Text extends Readonly<{ locale: string }>>({ locale, ...text }: Text) => ({
  ...text,
  locale: localeOf(locale),
});

/** The id of an article's text in one language; null when it is not written, or there is no such article. */
export async function textIdOf(
  { db, workspaceId }: StaffContext,
  { articleId, locale }: Readonly<{ articleId: string; locale: Locale }>,
): Promise<Readonly<{ id: string; version: number }> | null> {
  return db.articleTranslation.findUnique({
    where: { workspaceId_articleId_locale: { workspaceId, articleId, locale } },
    select: { id: true, version: true },
  });
}

const MOST_CATEGORIES = 500;

/** All categories in their order, with their names in each language. */
export async function categoriesNow({ db, workspaceId }: StaffContext) {
  const rows = await db.category.findMany({
    where: { workspaceId },
    orderBy: [{ parentId: { sort: 'asc', nulls: 'first' } }, { position: 'asc' }, { id: 'asc' }],
    take: MOST_CATEGORIES,
    select: {
      id: true,
      parentId: true,
      position: true,
      names: { select: { locale: true, name: true, description: true } },
    },
  });
  return rows.map(({ names, ...row }) => ({
    ...row,
    names: Object.fromEntries(names.map(({ locale, ...name }) => [locale, name])),
  }));
}

const MOST_HITS = 20;

/** Published articles that say what is asked for, the internal ones as well, the best first. */
export async function findArticles(
  { db, workspaceId }: StaffContext,
  { locale, text }: Readonly<{ locale: Locale; text: string }>,
) {
  const scope = { db, workspaceId, audiences: ['public', 'internal'] as const };
  const { hits } = await searchArticles(scope, { locale, text: `${text} `, most: MOST_HITS });
  return hits.map(({ articleId, plainTitle, plainExcerpt, slug, audience }) => ({
    articleId,
    title: plainTitle,
    excerpt: plainExcerpt,
    slug,
    audience,
  }));
}
