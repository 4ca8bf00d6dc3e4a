import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listWebhooks } from '@/features/webhooks/queries';
import { NewWebhook } from '@/features/webhooks/ui/new-webhook.client';
import { WebhookTable } from '@/features/webhooks/ui/webhook-table';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('webhooks');
  return { title: t('title') };
}

export default async function WebhooksPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'workspace.manage');
  const [t, webhooks] = await Promise.all([getTranslations('webhooks'), listWebhooks(ctx)]);
  return (
    <IslandMessages namespaces={['webhooks', 'common', 'problem']}>
      <div className="flex flex-col gap-6">
        <PageHeader
          title={t('title')}
          description={t('intro')}
          actions={<NewWebhook workspace={workspace.slug} />}
        />
        <WebhookTable workspace={workspace.slug} webhooks={webhooks} />
      </div>
    </IslandMessages>
  );
}
