import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { countByTier, listTiers } from '@/features/tiers/queries';
import { TierDialog } from '@/features/tiers/ui/tier-form.client';
import { TierTable } from '@/features/tiers/ui/tier-table';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { Button } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tier');
  return { title: t('title') };
}

export default async function TiersPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'workspace.manage');
  const [t, tiers, counts] = await Promise.all([getTranslations('tier'), listTiers(ctx), countByTier(ctx)]);
  return (
    <IslandMessages namespaces={['tier']}>
      <div className="flex flex-col gap-5">
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={
            <TierDialog
              workspace={workspace.slug}
              tier={null}
              ranks={tiers.length + 1}
              trigger={
                <Button variant="primary">
                  <Plus aria-hidden />
                  {t('add')}
                </Button>
              }
            />
          }
        />
        <TierTable workspace={workspace.slug} tiers={tiers} counts={counts} />
      </div>
    </IslandMessages>
  );
}
