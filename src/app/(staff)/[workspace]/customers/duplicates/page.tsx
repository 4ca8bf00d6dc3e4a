import { UsersRound } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { listDuplicatePairs } from '@/features/customers/duplicate-pairs';
import { CustomerTabs } from '@/features/customers/ui/customer-tabs';
import { DuplicateList } from '@/features/customers/ui/duplicate-list';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customer.duplicates');
  return { title: t('title') };
}

export default async function DuplicatesPage({ params, searchParams }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'customer.merge');
  const after = z.uuid().safeParse((await searchParams).after).data ?? null;
  const [t, { pairs, looked, next }] = await Promise.all([
    getTranslations('customer.duplicates'),
    listDuplicatePairs(ctx, after),
  ]);
  const here = `/${workspace.slug}/customers/duplicates`;
  return (
    <IslandMessages namespaces={['customer']}>
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-5 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader title={t('title')} description={t('description')} />
        <CustomerTabs workspace={workspace.slug} actor={ctx.actor} current="duplicates" />
        <p className="text-ink-soft text-sm">{t('looked', { count: looked })}</p>
        {pairs.length > 0 ? (
          <DuplicateList workspace={workspace.slug} pairs={pairs} />
        ) : (
          <EmptyState icon={UsersRound} title={t('empty')}>
            {next ? t('emptyMore') : t('emptyBody')}
          </EmptyState>
        )}
        <div className="flex gap-2 empty:hidden">
          {after && <ButtonLink href={here}>{t('first')}</ButtonLink>}
          {next && (
            <ButtonLink href={`${here}?after=${next}`} prefetch={false}>
              {t('more')}
            </ButtonLink>
          )}
        </div>
      </div>
    </IslandMessages>
  );
}
