import { Inbox } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { MailboxRow } from '@/features/health/queries';
import { Badge } from '@/ui/badge';
import { DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';

const TONES = { healthy: 'success', failing: 'danger', unknown: 'neutral' } as const;

/** The mailboxes of the workspace: whether they can be reached, and how far they were read. */
export function MailboxTable({ mailboxes }: Readonly<{ mailboxes: readonly MailboxRow[] }>) {
  const t = useTranslations('health.mailboxes');
  const format = useFormatter();
  return (
    <DataTable
      caption={t('title')}
      rows={mailboxes}
      rowKey={({ id }) => id}
      empty={<EmptyState icon={Inbox} title={t('empty')} level={3} className="py-8" />}
      columns={[
        {
          key: 'name',
          head: t('name'),
          cell: ({ name, address }) => (
            <>
              <span className="font-medium">{name}</span>
              <span className="block break-all text-ink-soft text-sm">{address}</span>
            </>
          ),
        },
        {
          key: 'state',
          head: t('state'),
          cell: ({ enabled, health, healthDetail }) => (
            <>
              <Badge tone={enabled ? TONES[health] : 'neutral'}>{t(enabled ? health : 'disabled')}</Badge>
              {enabled && health === 'failing' && (
                <span className="block break-words text-ink-soft text-sm">{healthDetail}</span>
              )}
            </>
          ),
        },
        {
          key: 'received',
          head: t('received'),
          cell: ({ lastReceivedAt }) => (lastReceivedAt ? format.relativeTime(lastReceivedAt) : t('never')),
        },
        {
          key: 'read',
          head: t('read'),
          cell: ({ cursors }) => (
            <ul className="text-sm tabular-nums">
              {cursors.map(({ folder, lastUid }) => (
                <li key={folder}>{t('cursor', { folder, lastUid })}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
