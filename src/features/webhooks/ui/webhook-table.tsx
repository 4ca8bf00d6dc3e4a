import { Webhook } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ListedWebhook } from '@/features/webhooks/queries';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { EndpointState } from './endpoint-state';

type Props = Readonly<{ workspace: string; webhooks: readonly ListedWebhook[] }>;

/** All webhooks with where they go and how they do. */
export function WebhookTable({ workspace, webhooks }: Props) {
  const t = useTranslations('webhooks');
  const format = useFormatter();
  const columns: readonly Column<ListedWebhook>[] = [
    {
      key: 'name',
      head: t('column.name'),
      cell: ({ id, name }) => (
        <Link
          href={`/${workspace}/admin/webhooks/${id}`}
          className="break-words font-medium text-accent-ink hover:underline"
        >
          {name}
        </Link>
      ),
    },
    {
      key: 'url',
      head: t('column.url'),
      wide: true,
      cell: ({ url }) => <span className="break-all text-ink-soft text-sm">{url}</span>,
    },
    {
      key: 'types',
      head: t('column.types'),
      wide: true,
      cell: ({ types }) => t('events', { count: types.length }),
    },
    { key: 'state', head: t('column.state'), cell: (webhook) => <EndpointState webhook={webhook} /> },
    {
      key: 'last',
      head: t('column.last'),
      cell: ({ lastAt }) => (lastAt ? format.relativeTime(lastAt) : t('never')),
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={webhooks}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={Webhook} title={t('empty.title')}>
          {t('empty.body')}
        </EmptyState>
      }
    />
  );
}
