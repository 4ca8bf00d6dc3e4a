import { Ban } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import { may } from '@/domain/permission/can';
import { listBlockedCustomers, listBlockedSenders } from '@/features/blocks/queries';
import { BlockSender } from '@/features/blocks/ui/block-sender.client';
import { Unblock } from '@/features/blocks/ui/unblock.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('blocks');
  return { title: t('title') };
}

export default async function BlockedPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'customer.block');
  const [t, format, senders, customers] = await Promise.all([
    getTranslations('blocks'),
    getFormatter(),
    listBlockedSenders(ctx),
    listBlockedCustomers(ctx),
  ]);
  const dateOf = (at: Date | null) => at && format.dateTime(at, { dateStyle: 'medium' });
  return (
    <IslandMessages namespaces={['blocks']}>
      <div className="flex flex-col gap-5">
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={
            may(ctx.actor, 'mail.read') && (
              <ButtonLink href={`/${workspace.slug}/admin/held`}>{t('held')}</ButtonLink>
            )
          }
        />
        <Panel title={t('add')}>
          <BlockSender workspace={workspace.slug} />
        </Panel>
        <DataTable
          caption={t('senders')}
          rows={senders}
          rowKey={({ id }) => id}
          empty={<EmptyState icon={Ban} title={t('empty')} />}
          columns={[
            {
              key: 'value',
              head: t('value'),
              cell: ({ value }) => <span className="break-all font-medium">{value}</span>,
            },
            { key: 'reason', head: t('reason'), cell: ({ reason }) => reason },
            {
              key: 'by',
              head: t('by'),
              wide: true,
              cell: ({ byName, createdAt }) => `${byName}, ${dateOf(createdAt)}`,
            },
            {
              key: 'acts',
              head: t('acts'),
              kind: 'actions',
              cell: ({ id, value }) => (
                <Unblock workspace={workspace.slug} blockedSenderId={id} value={value} />
              ),
            },
          ]}
        />
        {customers.length > 0 && (
          <DataTable
            caption={t('customers')}
            rows={customers}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                head: t('customers'),
                cell: ({ id, displayName }) => (
                  <Link
                    href={`/${workspace.slug}/desk/customers/${id}`}
                    prefetch={false}
                    className="break-words font-medium hover:underline"
                  >
                    {displayName}
                  </Link>
                ),
              },
              { key: 'reason', head: t('reason'), cell: ({ blockedReason }) => blockedReason },
              { key: 'since', head: t('since'), wide: true, cell: ({ blockedAt }) => dateOf(blockedAt) },
            ]}
          />
        )}
      </div>
    </IslandMessages>
  );
}
