import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listMailboxes } from '@/features/channels/queries';
import { MailboxTable } from '@/features/channels/ui/mailbox-table';
import { listChannelVolumes } from '@/features/social/queries';
import { AccountTable } from '@/features/social/ui/account-table';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('channels');
  return { title: t('title') };
}

export default async function ChannelsPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'channel.manage');
  const [t, social, mailboxes, volumes] = await Promise.all([
    getTranslations('channels'),
    getTranslations('social.admin'),
    listMailboxes(ctx),
    listChannelVolumes(ctx),
  ]);
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <ButtonLink variant="primary" href={`/${workspace.slug}/admin/channels/new`}>
            <Plus aria-hidden />
            {t('connect')}
          </ButtonLink>
        }
      />
      <MailboxTable workspace={workspace.slug} mailboxes={mailboxes} />
      <Panel title={social('overview')}>
        <AccountTable workspace={workspace.slug} rows={volumes} caption={social('overview')} />
      </Panel>
    </div>
  );
}
