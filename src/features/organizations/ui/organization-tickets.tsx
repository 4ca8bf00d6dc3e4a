import { Inbox } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { StatusIcon } from '@/ui/ticket-icons';
import type { OrganizationPage } from '../queries';

type Props = Readonly<{ workspace: string; tickets: OrganizationPage['tickets'] }>;

/** The newest tickets of all members. */
export function OrganizationTickets({ workspace, tickets }: Props) {
  const t = useTranslations('organization');
  const common = useTranslations('common');
  const format = useFormatter();
  return (
    <DataTable
      caption={t('tickets')}
      rows={tickets}
      rowKey={({ id }) => id}
      empty={<EmptyState icon={Inbox} title={t('noTickets')} level={3} className="py-8" />}
      columns={[
        {
          key: 'subject',
          head: t('subject'),
          cell: ({ number, subject }) => (
            <Link
              href={`/${workspace}/desk/tickets/${number}`}
              prefetch={false}
              className="break-words text-ink underline-offset-2 hover:underline"
            >
              <span className="text-ink-faint">#{number}</span> {subject}
            </Link>
          ),
        },
        { key: 'requester', head: t('member'), wide: true, cell: ({ requester }) => requester },
        {
          key: 'status',
          head: t('status'),
          cell: ({ status }) => (
            <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
              <StatusIcon status={status} />
              {common(`status.${status}`)}
            </span>
          ),
        },
        {
          key: 'activity',
          head: t('activity'),
          wide: true,
          cell: ({ activityAt }) => (
            <span className="whitespace-nowrap text-ink-soft">
              {format.dateTime(activityAt, { dateStyle: 'medium', timeStyle: 'short' })}
            </span>
          ),
        },
      ]}
    />
  );
}
