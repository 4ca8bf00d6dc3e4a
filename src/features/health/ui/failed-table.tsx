import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { FailedDelivery } from '@/features/health/queries';
import { DataTable } from '@/ui/data-table';

type Props = Readonly<{ workspace: string; failed: readonly FailedDelivery[] }>;

/** The newest mails that no server took, each with a way to its ticket, where it can be sent again. */
export function FailedTable({ workspace, failed }: Props) {
  const t = useTranslations('health.failed');
  const format = useFormatter();
  return (
    <DataTable
      caption={t('title')}
      rows={failed}
      rowKey={({ id }) => id}
      empty={<p className="text-ink-soft">{t('empty')}</p>}
      columns={[
        {
          key: 'subject',
          head: t('subject'),
          cell: ({ subject, ticketNumber }) => (
            <>
              <span className="break-words">{subject || t('none')}</span>
              {ticketNumber !== null && (
                <Link
                  href={`/${workspace}/desk/tickets/${ticketNumber}`}
                  className="block text-accent-ink text-sm hover:underline"
                >
                  {t('open', { number: String(ticketNumber) })}
                </Link>
              )}
            </>
          ),
        },
        {
          key: 'to',
          head: t('to'),
          cell: ({ rcptTo }) => <span className="break-all">{rcptTo.join(', ')}</span>,
        },
        {
          key: 'error',
          head: t('error'),
          cell: ({ lastError }) => <span className="text-sm">{lastError}</span>,
        },
        { key: 'at', head: t('at'), cell: ({ createdAt }) => format.relativeTime(createdAt) },
      ]}
    />
  );
}
