import { useFormatter, useTranslations } from 'next-intl';
import type { Locale } from '@/i18n/locales';
import { type Portal, portalPath } from '@/server/portal/portal';
import { articleTree, outlineOf } from '../article-tree';
import type { HelpArticle } from '../queries-help';
import { articleData, breadcrumbData } from '../structured-data';
import { ArticleBody } from './article-body';
import { ArticleLinks } from './article-links';
import { Crumbs } from './crumbs';
import { HelpFeedback } from './help-feedback';
import { HelpPixel } from './help-pixel';
import { HelpSearch } from './help-search';
import { StructuredData } from './structured-data';

type Props = Readonly<{
  portal: Portal;
  locale: Locale;
  article: HelpArticle;
  href: (path?: string) => string;
}>;

const FEW = 2;

/** An article as its readers see it: the way to it, its contents, its text, whether it helped, and what stands beside it. */
export function HelpArticleScreen({ portal, locale, article, href }: Props) {
  const t = useTranslations('help');
  const format = useFormatter();
  const { id, title, excerpt, html, shelf, related, changedAt } = article;
  const outline = outlineOf(articleTree(html));
  const shelfWay = shelf ? [{ name: shelf.name, path: `/categories/${shelf.slug}` }] : [];
  const own = article.places.find((each) => each.locale === locale)?.slug ?? '';
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-8 px-4 py-8 sm:px-6">
      <StructuredData
        data={breadcrumbData(portal, {
          locale,
          way: [...shelfWay, { name: title, path: `/articles/${own}` }],
        })}
      />
      <StructuredData data={articleData(portal, { locale, article })} />
      <HelpSearch workspace={portal.slug} locale={locale} action={href('/search')} />
      <article className="flex flex-col gap-6">
        <header className="flex flex-col gap-2">
          <Crumbs way={shelfWay} href={href} open />
          <h1 className="text-balance font-semibold text-2xl tracking-tight sm:text-3xl">{title}</h1>
          {excerpt && <p className="text-ink-soft">{excerpt}</p>}
          <p className="text-base text-ink-faint">
            {t('changed', { at: format.dateTime(new Date(changedAt), { dateStyle: 'long' }) })}
          </p>
          <Translations portal={portal} locale={locale} places={article.places} />
        </header>
        {outline.length > FEW && (
          <nav aria-label={t('contents')} className="rounded-lg border border-line bg-sunken px-4 py-3">
            <h2 className="font-semibold text-base">{t('contents')}</h2>
            <ol className="mt-1 flex flex-col gap-1 text-base">
              {outline.map((part) => (
                <li key={part.id}>
                  <a
                    href={`#${part.id}`}
                    className="rounded-sm text-accent-ink underline-offset-4 hover:underline"
                  >
                    {part.text}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <ArticleBody html={html} />
      </article>
      <HelpFeedback workspace={portal.slug} locale={locale} articleId={id} />
      {related.length > 0 && (
        <section aria-labelledby="related" className="flex flex-col gap-3">
          <h2 id="related" className="font-semibold text-xl">
            {t('related')}
          </h2>
          <ArticleLinks articles={related} href={href} />
        </section>
      )}
      <HelpPixel workspace={portal.slug} locale={locale} what="article" articleId={id} />
    </div>
  );
}

/** The same article in the other languages, each at its own address. */
function Translations({
  portal,
  locale,
  places,
}: Readonly<{ portal: Portal; locale: Locale; places: HelpArticle['places'] }>) {
  const t = useTranslations('help');
  const languages = useTranslations('common.language');
  const others = places.filter((each) => each.locale !== locale && portal.locales.includes(each.locale));
  if (others.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-3 text-base text-ink-soft">
      <span>{t('alsoIn')}</span>
      {others.map((each) => (
        <a
          key={each.locale}
          href={portalPath(portal, each.locale, `/articles/${each.slug}`)}
          hrefLang={each.locale}
          className="rounded-sm text-accent-ink underline-offset-4 hover:underline"
        >
          {languages(each.locale)}
        </a>
      ))}
    </p>
  );
}
