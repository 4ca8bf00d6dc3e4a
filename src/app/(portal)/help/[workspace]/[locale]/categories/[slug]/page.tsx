import type { Metadata } from 'next';
import { notFound, permanentRedirect, redirect } from 'next/navigation';
import { keptForReaders } from '@/features/knowledge/help-cache';
import { helpMetadata } from '@/features/knowledge/help-metadata';
import { findShelfSlug, getShelf } from '@/features/knowledge/queries-help';
import { breadcrumbData } from '@/features/knowledge/structured-data';
import { ArticleLinks } from '@/features/knowledge/ui/article-links';
import { Crumbs } from '@/features/knowledge/ui/crumbs';
import { HelpSearch } from '@/features/knowledge/ui/help-search';
import { StructuredData } from '@/features/knowledge/ui/structured-data';
import { type PortalPlace, publicPortalPage } from '@/server/portal/portal-page';

type Props = Readonly<{ params: Promise<PortalPlace & Readonly<{ slug: string }>> }>;

export const revalidate = 300;

/** Made when somebody first asks, and then kept. */
export const generateStaticParams = () => [];

async function shelfPage(params: Props['params']) {
  const page = await publicPortalPage(params);
  const { slug } = await params;
  const { ctx, locale } = page;
  const found = await keptForReaders({ workspaceId: ctx.workspaceId, key: ['shelf', locale, slug] }, () =>
    getShelf(ctx, { locale, slug }),
  );
  if (found) return { ...page, found };
  const own = await findShelfSlug(ctx, { locale, slug });
  if (own && (await getShelf(ctx, { locale, slug: own })))
    return permanentRedirect(page.href(`/categories/${own}`));
  // Who comes from the same page in another language, where there is something on it, is not sent into the void.
  const others = page.workspace.locales.filter((each) => each !== locale);
  const elsewhere = await Promise.all(others.map((each) => getShelf(ctx, { locale: each, slug })));
  return elsewhere.some(Boolean) ? redirect(page.href()) : notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, locale, found } = await shelfPage(params);
  const places = found.alternates.map((each) => ({ locale: each.locale, path: `/categories/${each.slug}` }));
  const { name, description } = found.shelf;
  return {
    title: name,
    description,
    ...helpMetadata(workspace, { locale, places, title: name, description }),
  };
}

export default async function CategoryPage({ params }: Props) {
  const { workspace, locale, href, found } = await shelfPage(params);
  const { shelf, parent, parts, articles } = found;
  const way = [
    ...(parent ? [{ name: parent.name, path: `/categories/${parent.slug}` }] : []),
    { name: shelf.name, path: `/categories/${shelf.slug}` },
  ];
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-8 px-4 py-8 sm:px-6">
      <StructuredData data={breadcrumbData(workspace, { locale, way })} />
      <HelpSearch workspace={workspace.slug} locale={locale} action={href('/search')} />
      <header className="flex flex-col gap-2">
        <Crumbs way={way} href={href} />
        <h1 className="text-balance font-semibold text-2xl tracking-tight sm:text-3xl">{shelf.name}</h1>
        {shelf.description && <p className="text-ink-soft">{shelf.description}</p>}
      </header>
      <ArticleLinks articles={articles} href={href} />
      {parts.map((part) => (
        <section key={part.shelf.id} aria-labelledby={part.shelf.slug} className="flex flex-col gap-3">
          <h2 id={part.shelf.slug} className="font-semibold text-xl">
            {part.shelf.name}
          </h2>
          <ArticleLinks articles={part.articles} href={href} />
        </section>
      ))}
    </div>
  );
}
