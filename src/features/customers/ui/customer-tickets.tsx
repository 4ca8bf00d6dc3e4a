import { Inbox } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { placeToText } from '@/domain/view/view';
import type { listRequesterTickets } from '@/features/tickets/queries';
import { ButtonLink } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { StatusIcon } from '@/ui/ticket-icons';

type Props = Readonly<{
  workspace: string;
  customerId: string;
  name: string;
  list: Awaited<ReturnType<typeof listRequesterTickets>>;
  /** False where the list begins further down. */
  isFirst: boolean;
}>;

/** A customer's tickets, newest activity first, page by page. */
export function CustomerTickets({ workspace, customerId, name, list, isFirst }: Props) {
  const t = useTranslations('customer.tickets');
  const common = useTranslations('common');
  const format = useFormatter();
  const href = `/${workspace}/desk/customers/${customerId}`;
  return (
    <div className="flex flex-col gap-3">
      <DataTable
        caption={t('caption', { name })}
        rows={list.tickets}
        rowKey={({ id }) => id}
        empty={<EmptyState icon={Inbox} title={t('empty')} level={3} className="py-8" />}
        columns={[
          { key: 'number', head: t('number'), kind: 'number', cell: ({ number }) => `#${number}` },
          {
            key: 'subject',
            head: t('subject'),
            cell: ({ number, subject }) => (
              <Link
                href={`/${workspace}/desk/tickets/${number}`}
                prefetch={false}
                className="break-words text-ink underline-offset-2 hover:underline"
              >
                {subject}
              </Link>
            ),
          },
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
            cell: ({ activityAt }) => (
              <time dateTime={activityAt.toISOString()} className="whitespace-nowrap text-ink-soft">
                {format.dateTime(activityAt, { dateStyle: 'medium', timeStyle: 'short' })}
              </time>
            ),
          },
        ]}
      />
      <div className="flex gap-2 empty:hidden">
        {!isFirst && <ButtonLink href={href}>{t('newest')}</ButtonLink>}
        {list.next && (
          <ButtonLink href={`${href}?after=${placeToText(list.next)}`} prefetch={false}>
            {t('older')}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
