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
  const who = ({ actorName, actorKind }: AuditRow) => (actorKind === 'system' ? t('commandLine') : actorName);
  const columns: Column<AuditRow>[] = [
    {
      key: 'at',
      wide: true,
      head: t('column.at'),
      cell: ({ at }) => (
        <time dateTime={at.toISOString()} className="whitespace-nowrap text-ink-soft">
          {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'medium' })}
        </time>
      ),
    },
    {
      key: 'who',
      wide: true,
      head: t('column.who'),
      cell: (row) => <span className="break-words">{who(row)}</span>,
    },
    {
      key: 'what',
      head: t('column.what'),
      cell: (row) => (
        <>
          <AuditFactCell row={row} />
          <p className="mt-0.5 text-ink-faint text-sm md:hidden">
            {who(row)} · {format.dateTime(row.at, { dateStyle: 'medium', timeStyle: 'short' })}
          </p>
        </>
      ),
    },
    {
      key: 'ip',
      wide: true,
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
