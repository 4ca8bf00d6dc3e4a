import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { listCategories } from '@/features/knowledge/queries-category';
import { NewArticle } from '@/features/knowledge/ui/new-article.client';
import { IslandMessages } from '@/i18n/island-messages';
import { isLocale } from '@/i18n/locales';
import { staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ title?: string | string[]; locale?: string | string[]; miss?: string | string[] }>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge.create');
  return { title: t('title') };
}

export default async function NewArticlePage({ params, searchParams }: Props) {
  const { ctx, workspace, user } = await staffPage((await params).workspace, 'knowledge.write');
  const asked = await searchParams;
  const own = isLocale(user.locale) ? user.locale : 'en';
  const start = {
    title: typeof asked.title === 'string' ? asked.title.slice(0, 200) : '',
    locale: isLocale(asked.locale) ? asked.locale : own,
    missId: z.uuid().safeParse(asked.miss).data,
  };
  const [t, categories] = await Promise.all([getTranslations('knowledge.create'), listCategories(ctx, own)]);
  return (
    <IslandMessages namespaces={['knowledge']}>
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader title={t('title')} description={t('description')} />
        <NewArticle workspace={workspace.slug} categories={categories} start={start} />
      </div>
    </IslandMessages>
  );
}
