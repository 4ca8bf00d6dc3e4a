import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { RequestRow } from '@/features/portal/queries-list';
import { PromisedTime } from './promised-time';
import { RequestStatus } from './request-status';

type Props = Readonly<{ rows: readonly RequestRow[]; timeZone: string; href: (path: string) => string }>;

/** Requests, one below the other, each a link to its page. */
export function RequestList({ rows, timeZone, href }: Props) {
  const t = useTranslations('portal.requests');
  const format = useFormatter();
  const when = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return (
    <ul aria-label={t('list')} className="divide-y divide-line rounded-lg border border-line bg-raised">
      {rows.map((row) => (
        <li key={row.id} className="relative flex flex-col gap-1 px-4 py-3 hover:bg-hover">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <Link
              href={href(`/requests/${row.number}`)}
              prefetch={false}
              className="min-w-0 break-words rounded-sm font-medium text-ink after:absolute after:inset-0"
            >
              {row.subject || t('number', { number: String(row.number) })}
            </Link>
            <RequestStatus status={row.status} />
          </div>
          <p className="text-base text-ink-soft">
            #{row.number}
            {!row.mine && ` ${t('by', { name: row.requester })}`}
            {' · '}
            {t('updated', { when: when(row.activityAt) })}
          </p>
          {row.promise && (
            <p className="text-base">
              <PromisedTime promise={row.promise} timeZone={timeZone} short />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
