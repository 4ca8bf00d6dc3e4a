import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { promiseSettingsPage } from '@/features/promises/queries-settings';
import { PromiseSettingsForm } from '@/features/promises/ui/promise-settings-form.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('promise.settings');
  return { title: t('title') };
}

export default async function PromisesPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'workspace.manage');
  const [t, page] = await Promise.all([getTranslations('promise.settings'), promiseSettingsPage(ctx)]);
  return (
    <IslandMessages namespaces={['promise.settings', 'common', 'problem']}>
      <div className="flex flex-col gap-6">
        <PageHeader title={t('title')} description={t('description')} />
        <PromiseSettingsForm workspace={workspace.slug} page={page} />
      </div>
    </IslandMessages>
  );
}
