import { CalendarCheck } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DueCountdown } from '@/ui/due-countdown.client';
import { Panel } from '@/ui/panel';
import { StatusIcon } from '@/ui/ticket-icons';
import type { DueTicket } from '../queries-own';

type Figure = Readonly<{ name: string; value: number; alarming?: boolean }>;

/** The day in a row of figures. */
export function DayFigures({ label, figures }: Readonly<{ label: string; figures: readonly Figure[] }>) {
  return (
    <dl aria-label={label} className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
      {figures.map(({ name, value, alarming }) => (
        <div key={name} className="flex flex-col rounded-lg border border-line bg-raised px-4 py-3">
          <dt className="text-ink-soft text-sm">{name}</dt>
          <dd
            className={`font-semibold text-2xl tabular-nums ${alarming && value > 0 ? 'text-danger-ink' : 'text-ink'}`}
          >
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type DueProps = Readonly<{ workspace: string; due: readonly DueTicket[]; open: number }>;

/** The reader's tickets on which something is due, the soonest first. */
export function DueTickets({ workspace, due, open }: DueProps) {
  const t = useTranslations('today');
  return (
    <Panel
      title={t('due.title')}
      actions={
        <Link href={`/${workspace}/desk?view=mine`} className="text-accent-ink text-sm hover:underline">
          {t('due.all', { count: open })}
        </Link>
      }
    >
      {due.length === 0 ? (
        <Nothing>{t('due.none')}</Nothing>
      ) : (
        <ul className="-my-2 divide-y divide-line">
          {due.map((ticket) => (
            <DueLine key={ticket.id} workspace={workspace} ticket={ticket} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function DueLine({ workspace, ticket }: Readonly<{ workspace: string; ticket: DueTicket }>) {
  const sla = useTranslations('sla');
  const t = useTranslations('today');
  const { number, subject, status, requester, nextDueAt, nextDueMetric, promiseDueAt } = ticket;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <Link
        href={`/${workspace}/desk/tickets/${number}`}
        prefetch={false}
        className="flex min-w-48 flex-1 items-center gap-2 text-ink hover:underline"
      >
        <StatusIcon status={status} />
        <span className="text-ink-faint tabular-nums">#{number}</span>
        <span className="min-w-0 truncate">{subject}</span>
      </Link>
      <span className="max-w-40 truncate text-ink-soft text-sm">{requester}</span>
      <span className="flex flex-wrap gap-1.5">
        {nextDueAt && nextDueMetric && (
          <DueCountdown dueAt={nextDueAt} what={sla(`metric.${nextDueMetric}`)} />
        )}
        {promiseDueAt && <DueCountdown dueAt={promiseDueAt} what={t('promised')} />}
      </span>
    </li>
  );
}

/** Words where nothing is. */
export function Nothing({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <p className="flex items-center gap-2 py-1 text-ink-faint">
      <CalendarCheck aria-hidden className="size-4" />
      {children}
    </p>
  );
}
