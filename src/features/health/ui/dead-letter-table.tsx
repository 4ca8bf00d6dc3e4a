import { useFormatter, useTranslations } from 'next-intl';
import type { DeadLetter } from '@/features/health/queries';
import { DataTable } from '@/ui/data-table';
import { RetryJob } from './retry-job.client';

type Props = Readonly<{ workspace: string; dead: readonly DeadLetter[] }>;

/** Jobs of this workspace that failed to the end, each with a button to try once more. */
export function DeadLetterTable({ workspace, dead }: Props) {
  const t = useTranslations('health.dead');
  const format = useFormatter();
  return (
    <DataTable
      caption={t('title')}
      rows={dead}
      rowKey={({ id }) => id}
      empty={<p className="text-ink-soft">{t('empty')}</p>}
      columns={[
        { key: 'queue', head: t('queue'), cell: ({ queue }) => <code className="text-sm">{queue}</code> },
        {
          key: 'error',
          head: t('error'),
          cell: ({ error }) => <span className="break-words text-sm">{error}</span>,
        },
        { key: 'at', head: t('at'), cell: ({ at }) => format.relativeTime(at) },
        {
          key: 'actions',
          head: t('actions'),
          kind: 'actions',
          cell: ({ id, queue }) => <RetryJob workspace={workspace} jobId={id} queue={queue} />,
        },
      ]}
    />
  );
}
