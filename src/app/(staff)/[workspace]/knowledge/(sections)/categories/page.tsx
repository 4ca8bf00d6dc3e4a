import { FolderTree } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { may } from '@/domain/permission/can';
import { listCategories } from '@/features/knowledge/queries-category';
import { CategoryForm } from '@/features/knowledge/ui/category-form.client';
import { CategoryTree } from '@/features/knowledge/ui/category-tree.client';
import { isLocale } from '@/i18n/locales';
import { staffPage } from '@/server/auth/require-staff';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge.section');
  return { title: t('categories') };
}

export default async function CategoriesPage({ params }: Props) {
  const { ctx, workspace, user } = await staffPage((await params).workspace, 'knowledge.read');
  const categories = await listCategories(ctx, isLocale(user.locale) ? user.locale : 'en');
  const t = await getTranslations('knowledge');
  const mayChange = may(ctx.actor, 'knowledge.publish');
  const create = mayChange && <CategoryForm workspace={workspace.slug} categories={categories} />;
  return (
    <>
      <PageHeader
        title={t('section.categories')}
        description={t('categories.description')}
        actions={categories.length > 0 && create}
      />
      {categories.length === 0 ? (
        <EmptyState icon={FolderTree} title={t('categories.emptyTitle')} actions={create}>
          {t('categories.emptyBody')}
        </EmptyState>
      ) : (
        <CategoryTree workspace={workspace.slug} categories={categories} mayChange={mayChange} />
      )}
    </>
  );
}
