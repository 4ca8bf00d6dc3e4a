import type { Locale } from '@/i18n/locales';
import type { Portal } from '@/server/portal/portal';
import { helpUrl } from './help-metadata';
import type { HelpArticle } from './queries-help';

/** What search engines read of a page (schema.org, as JSON-LD). */
export type Data = Readonly<Record<string, unknown>>;

type Way = Readonly<{ locale: Locale; way: readonly Readonly<{ name: string; path: string }>[] }>;

/** The way to a page, from the home of the help centre on. */
export function breadcrumbData(portal: Portal, { locale, way }: Way): Data {
  const steps = [{ name: portal.name, path: '' }, ...way];
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: helpUrl(portal, { locale, path }),
    })),
  };
}

/** The help centre as a whole, with how it is searched. */
export function siteData(portal: Portal, locale: Locale): Data {
  const home = helpUrl(portal, { locale, path: '' });
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: portal.name,
    url: home,
    inLanguage: locale,
    publisher: { '@type': 'Organization', name: portal.name },
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${helpUrl(portal, { locale, path: '/search' })}?q={text}`,
      },
      'query-input': 'required name=text',
    },
  };
}

/** The article itself, with who publishes it and since when. */
export function articleData(
  portal: Portal,
  { locale, article }: Readonly<{ locale: Locale; article: HelpArticle }>,
): Data {
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: article.title,
    description: article.excerpt,
    inLanguage: locale,
    datePublished: article.publishedAt,
    dateModified: article.changedAt,
    mainEntityOfPage: helpUrl(portal, {
      locale,
      path: `/articles/${article.places.find((each) => each.locale === locale)?.slug ?? ''}`,
    }),
    publisher: { '@type': 'Organization', name: portal.name },
  };
}

/** JSON that can stand within a `script` element: nothing in it ends the element or begins a comment. */
export const scriptJson = (data: Data): string =>
  JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026');
