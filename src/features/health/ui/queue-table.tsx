import { useFormatter, useTranslations } from 'next-intl';
import type { QueueRow } from '@/features/health/queries';
import { DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';

const COUNTS = ['ready', 'later', 'active', 'failed'] as const;

/** How much background work of each kind there is. */
export function QueueTable({ queues }: Readonly<{ queues: readonly QueueRow[] }>) {
  const t = useTranslations('health.queues');
  const format = useFormatter();
  return (
    <DataTable
      caption={t('title')}
      rows={queues}
      rowKey={({ name }) => name}
      empty={<EmptyState title={t('empty')} level={3} className="py-8" />}
      columns={[
        { key: 'name', head: t('name'), cell: ({ name }) => <code className="text-sm">{name}</code> },
        ...COUNTS.map((key) => ({
          key,
          head: t(key),
          kind: 'number' as const,
          className: 'tabular-nums',
          cell: (row: QueueRow) => format.number(row[key]),
        })),
      ]}
    />
  );
}
