import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { recordMiss } from '@/features/knowledge/commands/record-miss';
import { isBot } from '@/features/knowledge/help-session';
import { searchEverywhere } from '@/features/knowledge/search-everywhere';
import { HelpPixel } from '@/features/knowledge/ui/help-pixel';
import { HelpSearch } from '@/features/knowledge/ui/help-search';
import { SearchHits } from '@/features/knowledge/ui/search-hits';
import { type PortalPlace, publicPortalPage } from '@/server/portal/portal-page';

type Props = Readonly<{
  params: Promise<PortalPlace>;
  searchParams: Promise<{ q?: string | string[] }>;
}>;

const MOST = 20;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await publicPortalPage(params);
  const t = await getTranslations('help');
  return { title: t('search'), robots: { index: false, follow: true } };
}

export default async function SearchPage({ params, searchParams }: Props) {
  const { ctx, workspace, locale, href } = await publicPortalPage(params);
  const { q } = await searchParams;
  const text = (typeof q === 'string' ? q : '').trim().slice(0, 300);
  const scope = { ...ctx, audiences: ['public'] as const };
  // What stands in the address is whole: the last word is not being typed any more.
  const asked = { locale, text: `${text} `, most: MOST, locales: workspace.locales, enough: 1 };
  const found = text ? await searchEverywhere(scope, asked) : null;
  if (found?.own.hits.length === 0 && !isBot((await headers()).get('user-agent') ?? '')) {
    await recordMiss(ctx, { locale, text });
  }
  const t = await getTranslations('help');
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-8 sm:px-6">
      <h1 className="font-semibold text-2xl tracking-tight">{t('search')}</h1>
      <HelpSearch workspace={workspace.slug} locale={locale} action={href('/search')} text={text} />
      {found && <SearchHits portal={workspace} found={found} text={text} href={href} />}
      {found && <HelpPixel workspace={workspace.slug} locale={locale} what="search" />}
    </div>
  );
}
