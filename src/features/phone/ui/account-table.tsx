import { PhoneCall } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import type { PhoneAccountRow } from '../queries-admin';

type Props = Readonly<{ workspace: string; accounts: readonly PhoneAccountRow[] }>;

const TONES = { healthy: 'success', failing: 'danger', unknown: 'neutral' } as const;

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
      cell: ({ enabled, health }) => (
        <Badge tone={enabled ? TONES[health] : 'neutral'}>{t(enabled ? `health.${health}` : 'off')}</Badge>
      ),
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
