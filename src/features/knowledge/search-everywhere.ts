import { LOCALES, type Locale } from '@/i18n/locales';
import { type ArticleHit, type ArticleHits, type SearchScope, searchArticles } from './search-articles';

/** A hit in another language than the one that was asked for. */
export type ForeignHit = ArticleHit & Readonly<{ locale: Locale }>;

type Asked = Readonly<{
  locale: Locale;
  text: string;
  most: number;
  /** Where to look besides; absent: in all our languages. */
  locales?: readonly Locale[];
  /** Other languages are asked only when fewer hits than this were found in the own; absent: `most`. */
  enough?: number;
}>;

type Found = Readonly<{ own: ArticleHits; others: readonly ForeignHit[] }>;

/** What one language says of what was asked for, and, where that is little, what the others say: articles that are not found yet. */
export async function searchEverywhere(scope: SearchScope, asked: Asked): Promise<Found> {
  const { locale, text, most, locales = LOCALES, enough = most } = asked;
  const own = await searchArticles(scope, { locale, text, most });
  if (own.hits.length >= enough) return { own, others: [] };
  const foreign = await Promise.all(
    locales
      .filter((each) => each !== locale)
      .map(async (each) => {
        const { hits } = await searchArticles(scope, { locale: each, text, most });
        return hits.map((hit) => ({ ...hit, locale: each }));
      }),
  );
  const known = new Set(own.hits.map(({ articleId }) => articleId));
  const others = foreign.flat().filter(({ articleId }) => {
    if (known.has(articleId)) return false;
    known.add(articleId);
    return true;
  });
  return { own, others: others.slice(0, most - own.hits.length) };
}
