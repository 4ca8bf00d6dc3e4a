import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { keptForReaders } from '@/features/knowledge/help-cache';
import { helpMetadata } from '@/features/knowledge/help-metadata';
import { getHelpArticle } from '@/features/knowledge/queries-help';
import { HelpArticleScreen } from '@/features/knowledge/ui/help-article-screen';
import { HelpSearch } from '@/features/knowledge/ui/help-search';
import { OtherLanguages } from '@/features/knowledge/ui/other-languages';
import { type PortalPlace, publicPortalPage } from '@/server/portal/portal-page';

type Props = Readonly<{ params: Promise<PortalPlace & Readonly<{ slug: string }>> }>;

export const revalidate = 300;

/** Made when somebody first asks, and then kept. */
export const generateStaticParams = () => [];

async function articlePage(params: Props['params']) {
  const page = await publicPortalPage(params);
  const { slug } = await params;
  const { ctx, locale } = page;
  const answer = await keptForReaders({ workspaceId: ctx.workspaceId, key: ['article', locale, slug] }, () =>
    getHelpArticle(ctx, { locale, slug: decodeURIComponent(slug) }),
  );
  return answer ? { ...page, answer } : notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, locale, answer } = await articlePage(params);
  if (answer.kind !== 'article') return { robots: { index: false } };
  const { title, excerpt, places } = answer.article;
  const alternates = places.map((each) => ({ locale: each.locale, path: `/articles/${each.slug}` }));
  const words = { title, description: excerpt };
  return { ...words, ...helpMetadata(workspace, { locale, places: alternates, ...words }) };
}

export default async function ArticlePage({ params }: Props) {
  const { workspace, locale, href, answer } = await articlePage(params);
  if (answer.kind === 'moved') permanentRedirect(href(`/articles/${answer.slug}`));
  if (answer.kind === 'elsewhere')
    return (
      <OtherLanguages
        portal={workspace}
        places={answer.places}
        search={<HelpSearch workspace={workspace.slug} locale={locale} action={href('/search')} />}
      />
    );
  return <HelpArticleScreen portal={workspace} locale={locale} article={answer.article} href={href} />;
}
