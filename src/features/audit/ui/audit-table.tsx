import { ScrollText } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { AuditRow } from '@/features/audit/queries';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { AuditFactCell } from './audit-fact';

/** The audit log, newest first. */
export function AuditTable({ rows }: Readonly<{ rows: readonly AuditRow[] }>) {
  const t = useTranslations('audit');
  const format = useFormatter();
  const columns: Column<AuditRow>[] = [
    {
      key: 'at',
      head: t('column.at'),
      cell: ({ at }) => (
        <time dateTime={at.toISOString()} className="whitespace-nowrap text-ink-soft">
          {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'medium' })}
        </time>
      ),
    },
    {
      key: 'who',
      head: t('column.who'),
      cell: ({ actorName, actorKind }) => (
        <span className="break-words">{actorKind === 'system' ? t('commandLine') : actorName}</span>
      ),
    },
    { key: 'what', head: t('column.what'), cell: (row) => <AuditFactCell row={row} /> },
    {
      key: 'ip',
      head: t('column.ip'),
      cell: ({ ip }) => <span className="whitespace-nowrap text-ink-faint text-sm">{ip}</span>,
    },
  ];
  return (
    <DataTable
      caption={t('table')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={ScrollText} title={t('emptyTitle')}>
          {t('emptyBody')}
        </EmptyState>
      }
    />
  );
}
