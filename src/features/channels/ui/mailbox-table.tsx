import { Inbox } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import type { MailboxRow } from '@/features/channels/queries';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { HealthLight } from './health-light';

type Props = Readonly<{ workspace: string; mailboxes: readonly MailboxRow[] }>;

/** The mailboxes of a workspace: how mail comes and goes, and whether it does. */
export function MailboxTable({ workspace, mailboxes }: Props) {
  const t = useTranslations('channels');
  const format = useFormatter();
  const now = useNow();
  const columns: readonly Column<MailboxRow>[] = [
    {
      key: 'name',
      head: t('column.mailbox'),
      cell: ({ id, name, address }) => (
        <Link href={`/${workspace}/admin/channels/${id}`} className="block min-w-40 hover:underline">
          <span className="block font-medium break-words">{name}</span>
          <span className="block break-all text-ink-soft text-sm">{address}</span>
        </Link>
      ),
    },
    { key: 'health', head: t('column.state'), cell: (row) => <HealthLight mailbox={row} /> },
    { key: 'in', head: t('column.incoming'), wide: true, cell: ({ incoming }) => t(`way.${incoming}`) },
    { key: 'out', head: t('column.outgoing'), wide: true, cell: ({ outgoing }) => t(`way.${outgoing}`) },
    { key: 'team', head: t('column.team'), wide: true, cell: ({ team }) => team?.name ?? '–' },
    {
      key: 'received',
      head: t('column.received'),
      cell: ({ lastReceivedAt }) => (lastReceivedAt ? format.relativeTime(lastReceivedAt, now) : t('never')),
    },
  ];
  return (
    <DataTable
      caption={t('list')}
      columns={columns}
      rows={mailboxes}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={Inbox} title={t('empty')}>
          {t('emptyBody')}
        </EmptyState>
      }
    />
  );
}
