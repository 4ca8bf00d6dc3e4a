import type { Metadata } from 'next';
import type { Locale } from '@/i18n/locales';
import { env } from '@/server/env';
import { type Portal, portalPath } from '@/server/portal/portal';

type Place = Readonly<{ locale: Locale; path: string }>;
type Page = Readonly<{ locale: Locale; places: readonly Place[]; title?: string; description?: string }>;

/** The whole address of a page of the help centre, as search engines are to know it. */
export function helpUrl(portal: Portal, { locale, path }: Place): string {
  const root = portal.host ? `https://${portal.host}` : env().PUBLIC_URL;
  return `${root}${portalPath(portal, locale, path)}`;
}

/** Where a page stands in every language, for search engines and for those who pass it on. */
export function helpMetadata(portal: Portal, { locale, places, title, description }: Page): Metadata {
  const offered = places.filter((each) => portal.locales.includes(each.locale));
  const languages = Object.fromEntries(offered.map((each) => [each.locale, helpUrl(portal, each)]));
  const own = offered.find((each) => each.locale === locale);
  const usual = portal.locales.flatMap((each) => offered.find((place) => place.locale === each) ?? [])[0];
  const others = { ...languages, ...(usual && { 'x-default': helpUrl(portal, usual) }) };
  return {
    alternates: { languages: others, ...(own && { canonical: helpUrl(portal, own) }) },
    openGraph: {
      type: title ? 'article' : 'website',
      siteName: portal.name,
      locale,
      ...(title && { title }),
      ...(description && { description }),
      ...(own && { url: helpUrl(portal, own) }),
    },
    twitter: { card: 'summary' },
    robots: { index: true, follow: true },
  };
}
