import { PhoneCall } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import type { PhoneAccountRow } from '../queries-admin';
import { PhoneAccountHealth } from './account-health';

type Props = Readonly<{ workspace: string; accounts: readonly PhoneAccountRow[] }>;

/** The telephone accounts of a workspace, and whether they work. */
export function AccountTable({ workspace, accounts }: Props) {
  const t = useTranslations('phone.admin');
  const format = useFormatter();
  const now = useNow();
  const columns: readonly Column<PhoneAccountRow>[] = [
    {
      key: 'name',
      head: t('name'),
      cell: ({ id, name, number }) => (
        <Link href={`/${workspace}/admin/phone/${id}`} className="block min-w-40 hover:underline">
          <span className="block break-words font-medium">{name}</span>
          <span className="block text-ink-soft text-sm tabular-nums">{number}</span>
        </Link>
      ),
    },
    { key: 'provider', head: t('provider'), wide: true, cell: ({ provider }) => t(provider) },
    {
      key: 'health',
      head: t('state'),
      cell: (account) => <PhoneAccountHealth account={account} />,
    },
    {
      key: 'received',
      head: t('lastCall'),
      cell: ({ lastReceivedAt }) => (lastReceivedAt ? format.relativeTime(lastReceivedAt, now) : t('never')),
    },
  ];
  return (
    <DataTable
      caption={t('list')}
      columns={columns}
      rows={accounts}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={PhoneCall} title={t('empty')}>
          {t('emptyBody')}
        </EmptyState>
      }
    />
  );
}
