import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listChatAccounts } from '@/features/chat/account-queries';
import { ChatAccountTable } from '@/features/chat/ui/setup/account-table';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('chatSetup');
  return { title: t('title') };
}

export default async function ChatAccountsPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'channel.manage');
  const [t, accounts] = await Promise.all([getTranslations('chatSetup'), listChatAccounts(ctx)]);
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <ButtonLink variant="primary" href={`/${workspace.slug}/admin/chat/new`}>
            <Plus aria-hidden />
            {t('add')}
          </ButtonLink>
        }
      />
      <ChatAccountTable workspace={workspace.slug} accounts={accounts} />
    </div>
  );
}
