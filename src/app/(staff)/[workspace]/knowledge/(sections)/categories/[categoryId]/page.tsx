import { BookOpen } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { may } from '@/domain/permission/can';
import { getShelfOrder } from '@/features/knowledge/commands/shelf-order';
import { ArticleOrder } from '@/features/knowledge/ui/article-order.client';
import { isLocale } from '@/i18n/locales';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string; categoryId: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge.order');
  return { title: t('title') };
}

export default async function CategoryOrderPage({ params }: Props) {
  const { workspace: slug, categoryId } = await params;
  const { ctx, user } = await staffPage(slug, 'knowledge.read');
  const id = z.uuid().safeParse(categoryId);
  const reader = isLocale(user.locale) ? user.locale : 'en';
  const shelf = id.success ? await getShelfOrder(ctx, { categoryId: id.data, reader }) : null;
  if (!shelf) notFound();
  const t = await getTranslations('knowledge.order');
  return (
    <>
      <PageHeader
        title={shelf.name}
        description={t('description')}
        actions={<ButtonLink href={`/${slug}/knowledge/categories`}>{t('back')}</ButtonLink>}
      />
      {shelf.articles.length === 0 ? (
        <EmptyState icon={BookOpen} title={t('emptyTitle')}>
          {t('emptyBody')}
        </EmptyState>
      ) : (
        <ArticleOrder
          key={categoryId}
          workspace={slug}
          categoryId={categoryId}
          articles={shelf.articles}
          mayChange={may(ctx.actor, 'knowledge.publish')}
        />
      )}
    </>
  );
}
