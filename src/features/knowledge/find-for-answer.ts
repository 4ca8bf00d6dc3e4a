import type { ArticleAudience } from '@/domain/knowledge/article';
import type { Locale } from '@/i18n/locales';
import type { Context } from '@/server/context';
import { searchEverywhere } from './search-everywhere';

/** An article for whoever writes to a customer. */
export type AnswerArticle = Readonly<{
  id: string;
  title: string;
  excerpt: string;
  /** The customer's language, or another where the article is not written in it. */
  locale: Locale;
  audience: ArticleAudience;
}>;

type Asked = Readonly<{ locale: Locale; text: string; most: number }>;

/**
 * Published articles that say what is asked for, the internal ones as well: first those in the customer's language, then those
 * that other languages find, in the customer's language where they are written in it.
 */
export async function findForAnswer(
  { db, workspaceId }: Pick<Context, 'db' | 'workspaceId'>,
  asked: Asked,
): Promise<readonly AnswerArticle[]> {
  const { locale } = asked;
  const scope = { db, workspaceId, audiences: ['public', 'internal'] as const };
  const { own, others } = await searchEverywhere(scope, asked);
  const translated = await db.articleTranslation.findMany({
    where: {
      workspaceId,
      locale,
      articleId: { in: others.map(({ articleId }) => articleId) },
      liveRevision: { not: null },
    },
    select: { articleId: true, liveTitle: true, liveExcerpt: true },
  });
  const inLanguage = new Map(translated.map((row) => [row.articleId, row]));
  return [...own.hits.map((hit) => ({ ...hit, locale })), ...others].map((hit) => {
    const row = inLanguage.get(hit.articleId);
    return {
      id: hit.articleId,
      title: row?.liveTitle ?? hit.plainTitle,
      excerpt: row?.liveExcerpt ?? hit.plainExcerpt,
      locale: row ? locale : hit.locale,
      audience: hit.audience,
    };
  });
}
