import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { MetricUnit } from '@/domain/metrics/registry';
import type { TicketStatus } from '@/domain/ticket/ticket';
import { classNames } from '@/ui/class-names';
import { DataTable } from '@/ui/data-table';
import { StatusIcon } from '@/ui/ticket-icons';
import { useDates } from '@/ui/use-dates';
import { subjectWords } from '../part-words';
import type { DrillPage } from '../queries-metric';
import { useInsightWords } from '../words';

type DrillRow = DrillPage['rows'][number];
type Props = Readonly<{
  workspace: string;
  unit: MetricUnit;
  page: DrillPage;
  moreHref: string | null;
  /** The address of the same list behind another of the measures. */
  measureHref: (measure: string) => string;
}>;

/** What stands behind a number: ticket by ticket, the newest first. */
export function DrillList({ workspace, unit, page, moreHref, measureHref }: Props) {
  const t = useTranslations('insights.drill');
  const dates = useDates();
  const { write } = useInsightWords();
  const moment = (at: Date) => dates.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
  const behind = behindUnit(page.measure, unit);
  const written = ({ value }: DrillRow): string => {
    if (behind === 'share') return t(value >= 1 ? 'yes' : 'no');
    return behind === 'count' ? '' : write.value(value, behind);
  };
  return (
    <>
      <Measures page={page} href={measureHref} />
      <DataTable
        caption={t('title')}
        rows={page.rows}
        rowKey={({ subjectId, sequence }) => `${subjectId}:${sequence}`}
        empty={<p className="py-4 text-ink-faint">{t('empty')}</p>}
        columns={[
          {
            key: 'ticket',
            head: t('ticket'),
            cell: (row) => (
              <>
                <SubjectOf workspace={workspace} row={row} />
                <span className="mt-0.5 block text-ink-faint text-xs md:hidden">{moment(row.at)}</span>
              </>
            ),
          },
          {
            key: 'customer',
            head: t('customer'),
            wide: true,
            cell: ({ ticket, customer }) => ticket?.requester ?? customer?.name ?? '',
          },
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

/** In what the values of a measure are: durations of ratios are minutes, whatever the ratio is. */
function behindUnit(measure: DrillPage['measure'], unit: MetricUnit): MetricUnit {
  if (measure === null) return unit;
  if (MINUTES.has(measure)) return 'minutes';
  // What was done for the money: how long each took.
  if (unit === 'money') return 'minutes';
  if (COUNTS.has(measure)) return 'count';
  return measure.endsWith('_response') ? 'share' : unit;
}

const MINUTES: ReadonlySet<string> = new Set(['busy_time', 'idle_time', 'paid_time']);
const COUNTS: ReadonlySet<string> = new Set(['visits', 'created']);

/** Which of the parts of a number is looked at, where it has several. */
function Measures({ page, href }: Readonly<{ page: DrillPage; href: Props['measureHref'] }>) {
  const t = useTranslations('insights.drill');
  const { measure, measures } = page;
  if (measures.length < 2) return null;
  return (
    <nav aria-label={t('of')} className="mb-2 flex flex-wrap gap-1 print:hidden">
      {measures.map((each) => (
        <Link
          key={each}
          href={href(each)}
          scroll={false}
          aria-current={each === measure ? 'true' : undefined}
          className={classNames(
            'rounded-md px-2 py-1 text-sm',
            each === measure ? 'bg-accent-soft font-medium text-accent-ink' : 'text-ink-soft hover:bg-hover',
          )}
        >
          {t(`measure.${measureName(each)}`)}
        </Link>
      ))}
    </nav>
  );
}

const NAMED = ['busy_time', 'idle_time', 'paid_time', 'visits', 'created'] as const;

function measureName(measure: string) {
  const named = NAMED.find((name) => name === measure);
  if (named) return named;
  return measure.endsWith('_response') ? ('asked' as const) : ('counted' as const);
}

type SubjectProps = Readonly<{ workspace: string; row: DrillRow }>;

/** The ticket; of what stands on none, what it is, and the customer's page where they are known. */
function SubjectOf({ workspace, row }: SubjectProps) {
  const { ticket, customer } = row;
  const words = useDrillWords();
  const { isHidden, kind, about } = words(row);
  if (ticket) return <TicketOf workspace={workspace} ticket={ticket} />;
  if (isHidden) return <span className="text-ink-faint">{kind}</span>;
  const text = about ? `${kind}: ${about}` : kind;
  return customer ? (
    <Link
      href={`/${workspace}/desk/customers/${customer.id}`}
      prefetch={false}
      className="text-ink hover:underline"
    >
      {text}
      <span className="block text-ink-faint text-xs md:hidden">{customer.name}</span>
    </Link>
  ) : (
    <span className="break-words text-ink">{text}</span>
  );
}

function useDrillWords() {
  const { t } = useInsightWords();
  return (row: DrillRow) => subjectWords(t, row);
}

type TicketProps = Readonly<{ workspace: string; ticket: NonNullable<DrillRow['ticket']> }>;

function TicketOf({ workspace, ticket }: TicketProps) {
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
