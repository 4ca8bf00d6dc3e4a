import { isLocale, type Locale } from '@/i18n/locales';

/** The help centre whose addresses are read. */
export type Centre = Readonly<{ slug: string; host: string | null; publicUrl: string }>;

/** An article as an address names it: by its name in one language, or by its id. */
export type NamedArticle = Readonly<{ locale: Locale; name: string; hash: string }>;

const HREF = / href="([^"]*)"/g;
const SHARED = /^\/help\/([^/]+)\/([^/]+)\/articles\/([^/]+)$/;
const OWN = /^\/([^/]+)\/articles\/([^/]+)$/;

/** The article that an address of the help centre leads to, on its own host or on that of all; null for every other address. */
function articleOf(address: string, centre: Centre): NamedArticle | null {
  if (!/^(?:\/(?!\/)|https?:)/i.test(address)) return null;
  const url = URL.parse(address.replaceAll('&amp;', '&'), centre.publicUrl);
  if (!url) return null;
  const isShared = url.origin === new URL(centre.publicUrl).origin;
  const [, slug, locale, name] = SHARED.exec(url.pathname) ?? [];
  if (isShared && slug === centre.slug) return named(locale, name, url.hash);
  const [, ownLocale, ownName] = OWN.exec(url.pathname) ?? [];
  const isOwn = centre.host !== null && (url.hostname === centre.host || isShared);
  return isOwn ? named(ownLocale, ownName, url.hash) : null;
}

function named(locale: string | undefined, name = '', hash = ''): NamedArticle | null {
  return isLocale(locale) && /^[\w-]+$/.test(name) ? { locale, name, hash } : null;
}

/** The articles that a text links to. */
export const articlesIn = (html: string, centre: Centre): readonly NamedArticle[] =>
  [...html.matchAll(HREF)].flatMap(([, address = '']) => articleOf(address, centre) ?? []);

/** The text with each link to an article replaced by what `place` says of it; where it says nothing, the link stays. */
export function withArticleLinks(
  html: string,
  centre: Centre,
  place: (article: NamedArticle) => string | null,
): string {
  return html.replace(HREF, (whole, address: string) => {
    const article = articleOf(address, centre);
    const path = article && place(article);
    return article && path ? ` href="${path}${article.hash}"` : whole;
  });
}

const TO_TEXT = /( href="\.\.\/[^"/]+\/[^"/.]+)\.(?:md|html)(?=["#])/g;

/** Links to other texts of the archive: pages name pages, and Markdown files name Markdown files. */
export const linksTo = (html: string, ending: 'md' | 'html'): string => html.replace(TO_TEXT, `$1.${ending}`);
