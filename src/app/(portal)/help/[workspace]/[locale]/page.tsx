import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { keptForReaders } from '@/features/knowledge/help-cache';
import { helpMetadata } from '@/features/knowledge/help-metadata';
import { listPopular, listShelves } from '@/features/knowledge/queries-help';
import { siteData } from '@/features/knowledge/structured-data';
import { ArticleLinks } from '@/features/knowledge/ui/article-links';
import { HelpSearch } from '@/features/knowledge/ui/help-search';
import { StructuredData } from '@/features/knowledge/ui/structured-data';
import { type PortalPlace, publicPortalPage } from '@/server/portal/portal-page';

type Props = Readonly<{ params: Promise<PortalPlace> }>;

export const revalidate = 300;

/** Made when somebody first asks, and then kept. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, locale } = await publicPortalPage(params);
  return helpMetadata(workspace, {
    locale,
    places: workspace.locales.map((each) => ({ locale: each, path: '' })),
  });
}

export default async function PortalHome({ params }: Props) {
  const { ctx, workspace, locale, href } = await publicPortalPage(params);
  const { workspaceId } = ctx;
  const [t, portal, shelves, popular] = await Promise.all([
    getTranslations('help'),
    getTranslations('portal'),
    keptForReaders({ workspaceId, key: ['shelves', locale] }, () => listShelves(ctx, locale)),
    keptForReaders({ workspaceId, key: ['popular', locale] }, () => listPopular(ctx, locale)),
  ]);
  const tops = shelves.filter(({ parentId }) => parentId === null);
  return (
    <>
      <StructuredData data={siteData(workspace, locale)} />
      <div className="bg-accent-soft">
        <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-12 sm:px-6 sm:py-16">
          <h1 className="max-w-2xl text-balance font-semibold text-3xl text-ink tracking-tight sm:text-4xl">
            {workspace.words[locale]?.welcome || portal('welcome')}
          </h1>
          <HelpSearch workspace={workspace.slug} locale={locale} action={href('/search')} />
        </div>
      </div>
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-12 px-4 py-10 sm:px-6">
        {popular.length > 0 && (
          <section aria-labelledby="popular">
            <h2 id="popular" className="mb-4 font-semibold text-xl">
              {t('popular')}
            </h2>
            <ArticleLinks articles={popular} href={href} columns />
          </section>
        )}
        {tops.length > 0 && (
          <section aria-labelledby="topics">
            <h2 id="topics" className="mb-4 font-semibold text-xl">
              {t('topics')}
            </h2>
            <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
              {tops.map(({ id, name, description, slug, articles }) => (
                <li
                  key={id}
                  className="relative rounded-lg border border-line bg-raised p-4 hover:border-line-strong"
                >
                  <h3 className="font-semibold">
                    <a href={href(`/categories/${slug}`)} className="after:absolute after:inset-0">
                      {name}
                    </a>
                  </h3>
                  {description && <p className="mt-1 text-base text-ink-soft">{description}</p>}
                  <p className="mt-2 text-ink-faint text-sm">{t('articles', { count: articles })}</p>
                </li>
              ))}
            </ul>
          </section>
        )}
        {popular.length === 0 && <p className="text-ink-soft">{t('empty')}</p>}
      </div>
    </>
  );
}
