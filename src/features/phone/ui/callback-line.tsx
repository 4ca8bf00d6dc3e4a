import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import type { CallbackRow } from '../queries';

type Props = Readonly<{ workspace: string; callback: CallbackRow; overdue: boolean; timeZone: string }>;

/** Whom we owe a call, when, and how often it was tried. */
export function CallbackLine({ workspace, callback, overdue, timeZone }: Props) {
  const t = useTranslations('phone.agenda');
  const status = useTranslations('phone.callbackStatus');
  const { customer, ticket, attempts, maxAttempts, assignee } = callback;
  const isOver = callback.closedAt !== null;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 className="min-w-0 break-words font-semibold text-ink">
          <Link
            href={`/${workspace}/desk/tickets/${ticket.number}`}
            prefetch={false}
            className="hover:underline"
          >
            {customer.name}
          </Link>
        </h3>
        {overdue && <Badge tone="danger">{t('overdue')}</Badge>}
        {(isOver || callback.status === 'dialing') && (
          <Badge tone={callback.status === 'done' ? 'success' : 'neutral'}>
            {status(callback.status as 'done')}
          </Badge>
        )}
        {attempts > 0 && <Badge>{t('attempts', { attempts, most: maxAttempts })}</Badge>}
        <span className="text-ink-soft text-sm">
          {assignee ? t('assignee', { name: assignee.name }) : t('nobody')}
        </span>
      </div>
      <p className="break-words text-ink-soft text-sm">
        #{ticket.number} {ticket.subject}
      </p>
      <Hours callback={callback} timeZone={timeZone} />
      <Tries callback={callback} />
    </div>
  );
}

function Hours({ callback, timeZone }: Pick<Props, 'callback' | 'timeZone'>) {
  const t = useTranslations('phone.agenda');
  const format = useFormatter();
  const { windowStart, windowEnd } = callback;
  const range = (zone: string) =>
    format.dateTimeRange(windowStart, windowEnd, {
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    });
  return (
    <p className="text-ink text-sm">
      {range(timeZone)}
      {callback.timeZone !== timeZone && (
        <span className="text-ink-soft">
          {' '}
          · {t('theirTime', { hours: range(callback.timeZone), zone: callback.timeZone })}
        </span>
      )}
    </p>
  );
}

function Tries({ callback }: Pick<Props, 'callback'>) {
  const outcome = useTranslations('phone.outcome');
  const format = useFormatter();
  if (callback.tries.length === 0) return null;
  return (
    <ul className="text-ink-soft text-sm">
      {callback.tries.map(({ number, at, outcome: came, note, agent }) => (
        <li key={number} className="break-words">
          {number}. {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}
          {agent && ` · ${agent}`} · {outcome(came as 'reached')}
          {note && ` · ${note}`}
        </li>
      ))}
    </ul>
  );
}
