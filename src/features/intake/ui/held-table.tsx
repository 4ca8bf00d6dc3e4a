import { MailCheck } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { HeldRow, HeldShow } from '@/features/intake/queries';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { ReasonText } from './reason-text';

type Props = Readonly<{ workspace: string; show: HeldShow; mails: readonly HeldRow[] }>;

/** Stored mails that found no ticket, with the reason. */
export function HeldTable({ workspace, show, mails }: Props) {
  const t = useTranslations('mail.held');
  const format = useFormatter();
  const columns: readonly Column<HeldRow>[] = [
    {
      key: 'mail',
      head: t('column.mail'),
      cell: ({ id, subject, sender, emptiedAt }) => (
        <Link
          href={`/${workspace}/admin/held/${id}`}
          className="block min-w-36 max-w-72 hover:underline xl:max-w-md"
        >
          <span className="block truncate font-medium">
            {emptiedAt ? t('emptied') : subject || t('noSubject')}
          </span>
          {!emptiedAt && (
            <span className="block truncate text-ink-soft text-sm">{sender || t('noSender')}</span>
          )}
        </Link>
      ),
    },
    {
      key: 'reason',
      head: t('column.reason'),
      className: 'min-w-44 max-w-xs',
      cell: ({ reason }) => <ReasonText reason={reason} />,
    },
    { key: 'mailbox', head: t('column.mailbox'), wide: true, cell: ({ mailbox }) => mailbox },
    {
      key: 'at',
      head: t('column.at'),
      wide: true,
      cell: ({ receivedAt }) => (
        <span className="whitespace-nowrap">
          {format.dateTime(receivedAt, { dateStyle: 'medium', timeStyle: 'short' })}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('list')}
      columns={columns}
      rows={mails}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={MailCheck} title={t(`empty.${show}`)}>
          {t(`emptyBody.${show}`)}
        </EmptyState>
      }
    />
  );
}
