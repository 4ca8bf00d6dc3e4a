import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { searchEverywhere } from '@/features/knowledge/search-everywhere';
import { StaffSearch } from '@/features/knowledge/ui/staff-search';
import { isLocale } from '@/i18n/locales';
import { staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ q?: string | string[]; locale?: string | string[] }>;
}>;

const MOST = 20;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge.section');
  return { title: t('search') };
}

export default async function StaffSearchPage({ params, searchParams }: Props) {
  const { ctx, workspace, user } = await staffPage((await params).workspace, 'knowledge.read');
  const { q, locale: asked } = await searchParams;
  const text = (typeof q === 'string' ? q : '').trim().slice(0, 300);
  const reader = isLocale(user.locale) ? user.locale : 'en';
  const locale = isLocale(asked) ? asked : reader;
  const { db, workspaceId } = ctx;
  const scope = { db, workspaceId, audiences: ['public', 'internal'] as const };
  const found = text ? await searchEverywhere(scope, { locale, text: `${text} `, most: MOST }) : null;
  const t = await getTranslations('knowledge');
  return (
    <>
      <PageHeader title={t('section.search')} description={t('search.description')} />
      <StaffSearch workspace={workspace.slug} locale={locale} text={text} found={found} />
    </>
  );
}
