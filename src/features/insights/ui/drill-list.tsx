import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { MetricUnit } from '@/domain/metrics/registry';
import type { TicketStatus } from '@/domain/ticket/ticket';
import { DataTable } from '@/ui/data-table';
import { StatusIcon } from '@/ui/ticket-icons';
import { useDates } from '@/ui/use-dates';
import type { DrillPage } from '../queries-metric';
import { useInsightWords } from '../words';

type DrillRow = DrillPage['rows'][number];
type Props = Readonly<{ workspace: string; unit: MetricUnit; page: DrillPage; moreHref: string | null }>;

/** What stands behind a number: ticket by ticket, the newest first. */
export function DrillList({ workspace, unit, page, moreHref }: Props) {
  const t = useTranslations('insights.drill');
  const dates = useDates();
  const { write } = useInsightWords();
  const moment = (at: Date) => dates.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
  const written = ({ value }: DrillRow): string => {
    if (unit === 'share') return t(value >= 1 ? 'yes' : 'no');
    return unit === 'count' ? '' : write.value(value, unit);
  };
  return (
    <>
      <DataTable
        caption={t('title')}
        rows={page.rows}
        rowKey={({ subjectId, sequence }) => `${subjectId}:${sequence}`}
        empty={<p className="py-4 text-ink-faint">{t('empty')}</p>}
        columns={[
          {
            key: 'ticket',
            head: t('ticket'),
            cell: ({ ticket, at }) => (
              <>
                <TicketOf workspace={workspace} ticket={ticket} />
                <span className="mt-0.5 block text-ink-faint text-xs md:hidden">{moment(at)}</span>
              </>
            ),
          },
          { key: 'customer', head: t('customer'), wide: true, cell: ({ ticket }) => ticket?.requester ?? '' },
          { key: 'agent', head: t('agent'), wide: true, cell: ({ agentName }) => agentName ?? '' },
          { key: 'at', head: t('at'), wide: true, cell: ({ at }) => moment(at) },
          { key: 'value', head: t('value'), kind: 'number', cell: written },
        ]}
      />
      {moreHref && (
        <Link href={moreHref} className="mt-3 inline-block text-accent-ink hover:underline" scroll={false}>
          {t('more')}
        </Link>
      )}
    </>
  );
}

function TicketOf({ workspace, ticket }: Readonly<{ workspace: string; ticket: DrillRow['ticket'] }>) {
  const t = useTranslations('insights.drill');
  if (!ticket) return <span className="text-ink-faint">{t('hidden')}</span>;
  return (
    <Link
      href={`/${workspace}/desk/tickets/${ticket.number}`}
      prefetch={false}
      className="flex items-center gap-2 text-ink hover:underline"
    >
      <StatusIcon status={ticket.status as TicketStatus} />
      <span className="text-ink-faint tabular-nums">#{ticket.number}</span>
      <span className="max-w-40 truncate sm:max-w-96">{ticket.subject}</span>
    </Link>
  );
}
