import 'server-only';
import { isLocale, LOCALES, type Locale } from '@/i18n/locales';
import type { Context } from '@/server/context';
import { ARTICLE_ID, articleAt } from './article-address';
import { localeOf } from './store';

type Scope = Pick<Context, 'db' | 'workspaceId'>;

/** An article in a list of the help centre. */
export type HelpLink = Readonly<{ title: string; excerpt: string; slug: string }>;

export type HelpShelf = Readonly<{
  id: string;
  parentId: string | null;
  name: string;
  description: string;
  slug: string;
  /** How many articles readers find in it, those of its parts among them. */
  articles: number;
}>;

const isPublic = (locale: Locale) => ({
  locale,
  liveRevision: { not: null },
  article: { audience: 'public' as const },
});

const linkSelection = { liveTitle: true, liveExcerpt: true, slug: true } as const;

type LinkRow = Readonly<{ liveTitle: string | null; liveExcerpt: string | null; slug: string | null }>;

const linkOf = ({ liveTitle, liveExcerpt, slug }: LinkRow): HelpLink => ({
  title: liveTitle ?? '',
  excerpt: liveExcerpt ?? '',
  slug: slug ?? '',
});

const MOST_SHELVES = 200;
const MOST_ARTICLES = 500;
const POPULAR = 8;
const DAYS = 30;

/** The shelves on which there is something to read in this language, in the order of the tree. */
export async function listShelves({ db, workspaceId }: Scope, locale: Locale): Promise<readonly HelpShelf[]> {
  const rows = await db.categoryName.findMany({
    where: { workspaceId, locale },
    orderBy: [{ category: { position: 'asc' } }, { categoryId: 'asc' }],
    take: MOST_SHELVES,
    select: {
      categoryId: true,
      name: true,
      description: true,
      slug: true,
      category: { select: { parentId: true } },
    },
  });
  const counts = await db.$queryRaw<{ id: string; articles: number }[]>`
    select a."categoryId" as id, count(*)::int as articles
    from "ArticleTranslation" t join "Article" a on a."workspaceId" = t."workspaceId" and a.id = t."articleId"
    where t."workspaceId" = ${workspaceId}::uuid and t.locale = ${locale} and t."liveRevision" is not null
      and a.audience = 'public' and a."categoryId" is not null
    group by a."categoryId"`;
  const own = (id: string) => counts.find((each) => each.id === id)?.articles ?? 0;
  const shelves = rows.map(({ categoryId, category, ...names }) => ({
    ...names,
    id: categoryId,
    parentId: category.parentId,
    articles: own(categoryId),
  }));
  const below = (id: string) => shelves.filter(({ parentId }) => parentId === id);
  return shelves
    .map((shelf) => ({
      ...shelf,
      articles: shelf.articles + below(shelf.id).reduce((sum, { articles }) => sum + articles, 0),
    }))
    .filter(({ articles }) => articles > 0);
}

/** The articles that were read most in the last thirty days; the newest where nothing was read yet. */
export async function listPopular(
  { db, workspaceId, now }: Scope & Pick<Context, 'now'>,
  locale: Locale,
): Promise<readonly HelpLink[]> {
  const since = new Date(now().getTime() - DAYS * 86_400_000);
  const rows = await db.$queryRaw<LinkRow[]>`
    select t."liveTitle", t."liveExcerpt", t.slug
    from "ArticleTranslation" t
    join "Article" a on a."workspaceId" = t."workspaceId" and a.id = t."articleId" and a.audience = 'public'
    left join lateral (
      select sum(v.views) as views from "ArticleView" v
      where v."workspaceId" = t."workspaceId" and v."articleId" = t."articleId" and v.locale = t.locale and v.day >= ${since}::date
    ) v on true
    where t."workspaceId" = ${workspaceId}::uuid and t.locale = ${locale} and t."liveRevision" is not null
    order by coalesce(v.views, 0) desc, t."liveAt" desc, t.id limit ${POPULAR}`;
  return rows.map(linkOf);
}

export type HelpShelfPage = Readonly<{
  shelf: HelpShelf;
  parent: HelpShelf | null;
  parts: readonly Readonly<{ shelf: HelpShelf; articles: readonly HelpLink[] }>[];
  articles: readonly HelpLink[];
  /** Its address in the other languages that name it. */
  alternates: readonly Readonly<{ locale: Locale; slug: string }>[];
}>;

/** The address in this language of a shelf that has another in another language; null when it has none here. */
export async function findShelfSlug(
  { db, workspaceId }: Scope,
  { locale, slug }: Readonly<{ locale: Locale; slug: string }>,
): Promise<string | null> {
  const own = await db.categoryName.findFirst({
    where: { workspaceId, locale, category: { names: { some: { slug } } } },
    orderBy: { categoryId: 'asc' },
    select: { slug: true },
  });
  return own && own.slug !== slug ? own.slug : null;
}

/** A shelf with what stands on it in this language; null when there is none, or nothing on it. */
export async function getShelf(
  scope: Scope,
  { locale, slug }: Readonly<{ locale: Locale; slug: string }>,
): Promise<HelpShelfPage | null> {
  const { db, workspaceId } = scope;
  const shelves = await listShelves(scope, locale);
  const shelf = shelves.find((each) => each.slug === slug);
  if (!shelf) return null;
  const parts = shelves.filter(({ parentId }) => parentId === shelf.id);
  const rows = await db.articleTranslation.findMany({
    where: {
      workspaceId,
      ...isPublic(locale),
      article: { audience: 'public', categoryId: { in: [shelf.id, ...parts.map(({ id }) => id)] } },
    },
    orderBy: [{ article: { position: { sort: 'asc', nulls: 'last' } } }, { liveTitle: 'asc' }, { id: 'asc' }],
    take: MOST_ARTICLES,
    select: { ...linkSelection, article: { select: { categoryId: true } } },
  });
  const on = (id: string) => rows.filter(({ article }) => article.categoryId === id).map(linkOf);
  const names = await db.categoryName.findMany({
    where: { workspaceId, categoryId: shelf.id },
    select: { locale: true, slug: true },
  });
  return {
    shelf,
    parent: shelves.find(({ id }) => id === shelf.parentId) ?? null,
    parts: parts.map((part) => ({ shelf: part, articles: on(part.id) })),
    articles: on(shelf.id),
    alternates: names.flatMap((name) =>
      isLocale(name.locale) ? [{ locale: name.locale, slug: name.slug }] : [],
    ),
  };
}

/** Where an article is read in one language. */
export type HelpPlace = Readonly<{ locale: Locale; slug: string; title: string }>;

export type HelpArticle = Readonly<{
  id: string;
  title: string;
  excerpt: string;
  html: string;
  /** As ISO 8601: what is kept in the cache has no dates. */
  publishedAt: string;
  changedAt: string;
  shelf: Readonly<{ name: string; slug: string }> | null;
  places: readonly HelpPlace[];
  related: readonly HelpLink[];
}>;

/** What stands at an address: an article; another address to go to; or an article that this language lacks. */
export type HelpAnswer =
  | Readonly<{ kind: 'article'; article: HelpArticle }>
  | Readonly<{ kind: 'moved'; slug: string }>
  | Readonly<{ kind: 'elsewhere'; places: readonly HelpPlace[] }>;

/**
 * The article at an address in one language. An old address of it, its id, or one of it in another language, leads to the present one, or to
 * the languages in which it can be read. Null for all else, an internal or unpublished article among it.
 */
export async function getHelpArticle(
  scope: Scope,
  { locale, slug }: Readonly<{ locale: Locale; slug: string }>,
): Promise<HelpAnswer | null> {
  const { db, workspaceId } = scope;
  if (ARTICLE_ID.test(slug)) return byId(scope, { id: slug, locale });
  const id = await articleAt(scope, { locale, slug });
  if (!id) return null;
  const article = await db.article.findFirst({
    where: { workspaceId, id, audience: 'public' },
    select: {
      id: true,
      categoryId: true,
      category: { select: { names: { where: { locale }, select: { name: true, slug: true } } } },
      translations: {
        where: { liveRevision: { not: null } },
        select: { ...linkSelection, locale: true, liveHtml: true, liveAt: true, publishedAt: true },
      },
    },
  });
  if (!article || article.translations.length === 0) return null;
  const places = article.translations.map(placeOf);
  const text = article.translations.find((each) => each.locale === locale);
  if (!text) return { kind: 'elsewhere', places };
  if (text.slug !== slug) return { kind: 'moved', slug: text.slug ?? '' };
  const related = await relatedTo(scope, { locale, ...article });
  return {
    kind: 'article',
    article: {
      ...shownText(text),
      id: article.id,
      shelf: article.category?.names[0] ?? null,
      places,
      related,
    },
  };
}

/** The id of an article is an address too, which leads to the present one: links of texts that came in together use it. */
async function byId(
  { db, workspaceId }: Scope,
  { id, locale }: Readonly<{ id: string; locale: Locale }>,
): Promise<HelpAnswer | null> {
  const texts = await db.articleTranslation.findMany({
    where: { workspaceId, articleId: id, liveRevision: { not: null }, article: { audience: 'public' } },
    select: { locale: true, liveTitle: true, liveExcerpt: true, slug: true },
  });
  const own = texts.find((each) => each.locale === locale);
  if (own?.slug) return { kind: 'moved', slug: own.slug };
  return texts.length > 0 ? { kind: 'elsewhere', places: texts.map(placeOf) } : null;
}

const placeOf = (row: LinkRow & Readonly<{ locale: string }>): HelpPlace => ({
  locale: localeOf(row.locale),
  slug: row.slug ?? '',
  title: row.liveTitle ?? '',
});

type TextRow = LinkRow & Readonly<{ liveHtml: string | null; liveAt: Date | null; publishedAt: Date | null }>;

const shownText = (row: TextRow) => ({
  ...linkOf(row),
  html: row.liveHtml ?? '',
  publishedAt: (row.publishedAt ?? new Date(0)).toISOString(),
  changedAt: (row.liveAt ?? new Date(0)).toISOString(),
});

const RELATED = 5;

async function relatedTo(
  { db, workspaceId }: Scope,
  { id, categoryId, locale }: Readonly<{ id: string; categoryId: string | null; locale: Locale }>,
): Promise<readonly HelpLink[]> {
  if (categoryId === null) return [];
  const rows = await db.articleTranslation.findMany({
    where: {
      workspaceId,
      ...isPublic(locale),
      articleId: { not: id },
      article: { audience: 'public', categoryId },
    },
    orderBy: [{ liveAt: 'desc' }, { id: 'asc' }],
    take: RELATED,
    select: linkSelection,
  });
  return rows.map(linkOf);
}

/** The address of every category in which readers of its language find something, its parts among it. */
export async function listShelfAddresses(scope: Scope) {
  const all = await Promise.all(
    LOCALES.map(async (locale) => (await listShelves(scope, locale)).map((shelf) => ({ ...shelf, locale }))),
  );
  return all.flat().map(({ id, locale, slug }) => ({ id, locale, slug }));
}

/** The most addresses that one sitemap may hold (sitemaps.org). */
const MOST_ADDRESSES = 50_000;

/** Every address of a public article, by article, for the sitemap. */
export function listAddresses({ db, workspaceId }: Scope) {
  return db.articleTranslation.findMany({
    where: { workspaceId, liveRevision: { not: null }, article: { audience: 'public' } },
    orderBy: [{ articleId: 'asc' }, { locale: 'asc' }],
    take: MOST_ADDRESSES,
    select: { articleId: true, locale: true, slug: true, liveAt: true },
  });
}
