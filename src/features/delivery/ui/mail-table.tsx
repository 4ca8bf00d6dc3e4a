import { Send } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { MailRow } from '@/features/delivery/queries';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { MailState } from './mail-state';

type Props = Readonly<{ workspace: string; mails: readonly MailRow[] }>;

/** Outgoing mails with what became of them. */
export function MailTable({ workspace, mails }: Props) {
  const t = useTranslations('mail');
  const format = useFormatter();
  const columns: readonly Column<MailRow>[] = [
    {
      key: 'mail',
      head: t('column.mail'),
      cell: ({ id, subject, rcptTo }) => (
        <Link
          href={`/${workspace}/admin/mail/${id}`}
          className="block min-w-40 max-w-72 hover:underline xl:max-w-md"
        >
          <span className="block truncate font-medium">{subject}</span>
          <span className="block truncate text-ink-soft text-sm">{rcptTo.join(', ')}</span>
        </Link>
      ),
    },
    { key: 'kind', head: t('column.kind'), wide: true, cell: ({ kind }) => t(`kind.${kind}`) },
    {
      key: 'state',
      head: t('column.state'),
      cell: (mail) => (
        <div>
          <MailState mail={mail} />
          {mail.lastError && (
            <p className="mt-1 line-clamp-2 max-w-xs text-ink-soft text-sm">{mail.lastError}</p>
          )}
        </div>
      ),
    },
    {
      key: 'at',
      head: t('column.at'),
      cell: ({ sentAt, createdAt }) => (
        <span className="whitespace-nowrap">
          {format.dateTime(sentAt ?? createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
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
        <EmptyState icon={Send} title={t('empty')}>
          {t('emptyBody')}
        </EmptyState>
      }
    />
  );
}
