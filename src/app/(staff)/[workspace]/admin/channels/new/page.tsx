import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { installationOf } from '@/features/channels/installation';
import { listTeamChoices } from '@/features/channels/queries';
import { MailboxForm } from '@/features/channels/ui/mailbox-form.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('channels');
  return { title: t('newTitle') };
}

export default async function NewChannelPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'channel.manage');
  const [t, teams] = await Promise.all([getTranslations('channels'), listTeamChoices(ctx)]);
  return (
    <IslandMessages namespaces={['channels', 'common', 'problem']}>
      <div className="flex max-w-3xl flex-col gap-6">
        <PageHeader title={t('newTitle')} description={t('newDescription')} />
        <MailboxForm workspace={workspace.slug} stored={null} teams={teams} {...installationOf()} />
      </div>
    </IslandMessages>
  );
}
