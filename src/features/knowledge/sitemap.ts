import { isLocale, type Locale } from '@/i18n/locales';
import type { Portal } from '@/server/portal/portal';
import type { FoundPortal } from '@/server/portal/portal-from-request';
import { helpUrl } from './help-metadata';
import { listAddresses, listShelfAddresses } from './queries-help';

type Place = Readonly<{ of: string; locale: string; path: string; changedAt: Date | null }>;

/** Every page of a help centre that search engines may know (sitemaps.org), each with its other languages: the home, categories, articles. */
export async function sitemapOf(found: FoundPortal): Promise<string> {
  const { portal } = found;
  const [articles, shelves] = await Promise.all([listAddresses(found), listShelfAddresses(found)]);
  const homes = portal.locales.map((locale) => ({ of: 'home', locale, path: '', changedAt: null }));
  const places: readonly Place[] = [
    ...homes,
    ...shelves.map(({ id, locale, slug }) => ({
      of: id,
      locale,
      path: `/categories/${slug}`,
      changedAt: null,
    })),
    ...articles.map(({ articleId, locale, slug, liveAt }) => ({
      of: articleId,
      locale,
      path: `/articles/${slug}`,
      changedAt: liveAt,
    })),
  ];
  const offered = places.flatMap((place) => placed(portal, place));
  const groups = Map.groupBy(offered, ({ of }) => of);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...offered.map((place) => entry(portal, place, groups.get(place.of) ?? [])),
    '</urlset>',
  ].join('\n');
}

type Placed = Place & Readonly<{ locale: Locale; url: string }>;

const placed = (portal: Portal, { locale, ...place }: Place): readonly Placed[] =>
  isLocale(locale) && portal.locales.includes(locale)
    ? [{ ...place, locale, url: escaped(helpUrl(portal, { locale, path: place.path })) }]
    : [];

function entry(portal: Portal, ...[place, group]: [Placed, readonly Placed[]]): string {
  const usual = portal.locales.flatMap((locale) => group.find((each) => each.locale === locale) ?? [])[0];
  const links = [
    ...group.map(({ locale, url }) => [locale, url]),
    ...(usual ? [['x-default', usual.url]] : []),
  ].map(([language, url]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${url}"/>`);
  const changed = place.changedAt ? `<lastmod>${place.changedAt.toISOString()}</lastmod>` : '';
  return `<url><loc>${place.url}</loc>${changed}${links.join('')}</url>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
