import 'server-only';
import type { ArticleAudience } from '@/domain/knowledge/article';
import { LOCALES, type Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { nameIn } from './queries';
import { localeOf } from './store';

/** An article as colleagues read it. */
export type ReadArticle = Readonly<{
  id: string;
  locale: Locale;
  locales: readonly Locale[];
  title: string;
  excerpt: string;
  html: string;
  audience: ArticleAudience;
  /** What stands here is not published yet. */
  isDraft: boolean;
  /** Its address in the help centre; null where the public cannot read it. */
  slug: string | null;
  changedAt: Date;
  category: string | null;
  owner: string | null;
}>;

type Asked = Readonly<{ articleId: string; locale: Locale | undefined; reader: Locale }>;

/**
 * What readers see of an article, in the language asked for, the reader's own or the original's; its text at work where nothing is
 * published. Null when there is no such article.
 */
export async function getReadArticle(
  { db, workspaceId }: StaffContext,
  { articleId, locale, reader }: Asked,
): Promise<ReadArticle | null> {
  const row = await db.article.findUnique({
    where: { workspaceId_id: { workspaceId, id: articleId } },
    select: {
      id: true,
      locale: true,
      audience: true,
      category: { select: { names: { select: { locale: true, name: true } } } },
      owner: { select: { user: { select: { name: true } } } },
      translations: { select: textSelection },
    },
  });
  if (!row) return null;
  const live = row.translations.filter(({ liveRevision }) => liveRevision !== null);
  const offered = live.length > 0 ? live : row.translations;
  const text = bestOf(offered, [locale, reader, row.locale]);
  if (!text) return null;
  const isDraft = text.liveRevision === null;
  return {
    ...wordsOf(text, isDraft),
    id: row.id,
    locale: localeOf(text.locale),
    locales: LOCALES.filter((each) => offered.some((one) => one.locale === each)),
    audience: row.audience,
    isDraft,
    slug: isDraft || row.audience !== 'public' ? null : text.slug,
    changedAt: text.liveAt ?? text.updatedAt,
    category: row.category && nameIn(row.category.names, reader),
    owner: row.owner?.user.name ?? null,
  };
}

type Words = Readonly<Record<'title' | 'excerpt' | 'html', string>> &
  Readonly<Record<'liveTitle' | 'liveExcerpt' | 'liveHtml', string | null>>;

const wordsOf = (text: Words, isDraft: boolean) =>
  isDraft
    ? { title: text.title, excerpt: text.excerpt, html: text.html }
    : { title: text.liveTitle ?? '', excerpt: text.liveExcerpt ?? '', html: text.liveHtml ?? '' };

function bestOf<Text extends Readonly<{ locale: string }>>(
  texts: readonly Text[],
  wanted: readonly (string | undefined)[],
): Text | undefined {
  const found = wanted.map((locale) => texts.find((each) => each.locale === locale));
  return found.find((each) => each !== undefined) ?? texts[0];
}

const textSelection = {
  locale: true,
  title: true,
  excerpt: true,
  html: true,
  slug: true,
  updatedAt: true,
  liveRevision: true,
  liveTitle: true,
  liveExcerpt: true,
  liveHtml: true,
  liveAt: true,
} as const;
