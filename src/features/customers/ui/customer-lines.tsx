import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Place, placeToText } from '@/domain/view/view';
import { ButtonLink } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import type { CallLine, ChatLine, Lines } from '../lines';

type Props<Line> = Readonly<{
  workspace: string;
  customerId: string;
  name: string;
  lines: Lines<Line>;
  /** False where the list begins further down. */
  isFirst: boolean;
}>;

/** When we spoke with a customer by telephone, page by page. */
export function CustomerCalls({ workspace, name, lines, ...place }: Props<CallLine>) {
  const t = useTranslations('customer.calls');
  const phone = useTranslations('phone.sentence');
  return (
    <div className="flex flex-col gap-3">
      <DataTable
        caption={t('caption', { name })}
        rows={lines.rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'at', head: t('at'), cell: ({ at }) => <When at={at} /> },
          {
            key: 'what',
            head: t('what'),
            cell: ({ direction, completion }) =>
              completion
                ? phone(`${direction === 'outbound' ? 'outbound' : 'inbound'}.${completion}`)
                : t('running'),
          },
          {
            key: 'length',
            head: t('length'),
            wide: true,
            cell: ({ talkSeconds }) =>
              talkSeconds > 0 && (
                <span className="whitespace-nowrap tabular-nums">
                  {t('minutes', { minutes: Math.floor(talkSeconds / 60), seconds: talkSeconds % 60 })}
                </span>
              ),
          },
          { key: 'by', head: t('by'), wide: true, cell: ({ by }) => by },
          {
            key: 'ticket',
            head: t('ticket'),
            cell: ({ number }) =>
              number !== null && (
                <TicketLink workspace={workspace} number={number}>
                  #{number}
                </TicketLink>
              ),
          },
        ]}
      />
      <CustomerListPages workspace={workspace} list="calls" next={textOf(lines)} {...place} />
    </div>
  );
}

/** When a customer chatted with us, page by page. */
export function CustomerChats({ workspace, name, lines, ...place }: Props<ChatLine>) {
  const t = useTranslations('customer.chats');
  const stateOf = ({ offline, ended }: ChatLine) => {
    if (offline) return t('left');
    return ended ? t('ended') : t('going');
  };
  return (
    <div className="flex flex-col gap-3">
      <DataTable
        caption={t('caption', { name })}
        rows={lines.rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'at', head: t('at'), cell: ({ at }) => <When at={at} /> },
          {
            key: 'subject',
            head: t('subject'),
            cell: ({ number, subject }) => (
              <TicketLink workspace={workspace} number={number}>
                {subject} <span className="text-ink-faint">#{number}</span>
              </TicketLink>
            ),
          },
          { key: 'state', head: t('state'), wide: true, cell: stateOf },
          { key: 'by', head: t('by'), wide: true, cell: ({ by }) => by },
        ]}
      />
      <CustomerListPages workspace={workspace} list="chats" next={textOf(lines)} {...place} />
    </div>
  );
}

const textOf = ({ next }: Readonly<{ next: Place | null }>) => next && placeToText(next);

function When({ at }: Readonly<{ at: Date }>) {
  const format = useFormatter();
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap text-ink-soft">
      {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  );
}

type LinkProps = Readonly<{ workspace: string; number: number; children: ReactNode }>;

function TicketLink({ workspace, number, children }: LinkProps) {
  return (
    <Link
      href={`/${workspace}/desk/tickets/${number}`}
      prefetch={false}
      className="break-words text-ink underline-offset-2 hover:underline"
    >
      {children}
    </Link>
  );
}

type PagesProps = Readonly<{
  workspace: string;
  customerId: string;
  list: 'orders' | 'calls' | 'chats' | 'promises' | 'answers';
  /** Where the next page begins, as the address says it. */
  next: string | null;
  isFirst: boolean;
}>;

/** The ways on and back of a list on the page of a customer. */
export function CustomerListPages({ workspace, customerId, list, next, isFirst }: PagesProps) {
  const t = useTranslations('customer');
  const href = `/${workspace}/desk/customers/${customerId}`;
  return (
    <div className="flex gap-2 empty:hidden">
      {!isFirst && <ButtonLink href={`${href}#${list}`}>{t(`${list}.newest`)}</ButtonLink>}
      {next && (
        <ButtonLink href={`${href}?${list}=${next}#${list}`} prefetch={false}>
          {t(`${list}.older`)}
        </ButtonLink>
      )}
    </div>
  );
}
