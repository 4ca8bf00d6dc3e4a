import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/ui/data-table';
import type { ArticleTicketRow } from '../queries-readers';

type Props = Readonly<{
  workspace: string;
  caption: string;
  empty: string;
  rows: readonly ArticleTicketRow[];
  /** Where tickets have to do with the article in more than one way. */
  kinds?: boolean;
}>;

/** Tickets that have to do with an article; only those that the reader may see. */
export function ArticleTickets({ workspace, caption, empty, rows, kinds = false }: Props) {
  const t = useTranslations('knowledge.readers');
  const format = useFormatter();
  const columns: Column<ArticleTicketRow>[] = [
    {
      key: 'ticket',
      head: t('ticket'),
      cell: ({ number, subject }) => (
        <Link
          href={`/${workspace}/desk/tickets/${number}`}
          className="break-words font-medium underline-offset-2 hover:underline"
        >
          #{number} {subject}
        </Link>
      ),
    },
    { key: 'requester', head: t('requester'), wide: true, cell: ({ requester }) => requester },
    ...(kinds
      ? [{ key: 'kind', head: t('how'), cell: ({ kind }: ArticleTicketRow) => t(`kind.${kind}`) }]
      : []),
    { key: 'at', head: t('when'), cell: ({ at }) => format.dateTime(at, { dateStyle: 'medium' }) },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p className="text-ink-soft">{empty}</p>}
    />
  );
}
