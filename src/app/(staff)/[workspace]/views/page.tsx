import { Download, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { may } from '@/domain/permission/can';
import { savedViewRows } from '@/features/views/saved-views';
import { ImportViews } from '@/features/views/ui/import-views.client';
import { ViewTable } from '@/features/views/ui/view-table';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('views');
  return { title: t('title') };
}

export default async function ViewsPage({ params }: Props) {
  const { workspace: slug } = await params;
  const { ctx } = await staffPage(slug, 'ticket.read');
  const [t, views] = await Promise.all([getTranslations('views'), savedViewRows(ctx)]);
  return (
    <IslandMessages namespaces={['views', 'problem']}>
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-5 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader
          title={t('title')}
          description={t('intro')}
          actions={
            <>
              {views.length > 0 && (
                <ButtonLink href={`/api/desk/${slug}/views/export`} prefetch={false} download>
                  <Download aria-hidden />
                  {t('export')}
                </ButtonLink>
              )}
              <ImportViews workspace={slug} maySharing={may(ctx.actor, 'view.manage')} />
              <ButtonLink href={`/${slug}/views/new`} variant="primary">
                <Plus aria-hidden />
                {t('new')}
              </ButtonLink>
            </>
          }
        />
        <ViewTable workspace={slug} views={views} />
      </div>
    </IslandMessages>
  );
}
