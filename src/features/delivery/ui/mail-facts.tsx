import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { MailDetail } from '@/features/delivery/queries';
import { MailState } from './mail-state';

type Props = Readonly<{ workspace: string; mail: MailDetail }>;

/** Who gets the mail, what became of it, and how often it was tried. */
export function MailFacts({ workspace, mail }: Props) {
  const t = useTranslations('mail');
  const format = useFormatter();
  const moment = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'medium' });
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('column.state'), <MailState key="state" mail={mail} />],
    [t('column.kind'), t(`kind.${mail.kind}`)],
    [t('from'), mail.mailFrom],
    [t('to'), mail.rcptTo.join(', ')],
    [t('column.at'), moment(mail.sentAt ?? mail.createdAt)],
    [t('messageId'), <code key="id">{mail.mailMessageId}</code>],
    [t('column.tries'), t('attempts', { count: mail.attempts })],
    ...(mail.state === 'deferred' || mail.state === 'queued'
      ? [[t('column.next'), moment(mail.runAt)] as const]
      : []),
    ...(mail.ticket
      ? [
          [
            t('column.ticket'),
            <TicketLink key="ticket" workspace={workspace} number={mail.ticket} />,
          ] as const,
        ]
      : []),
  ];
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-faint text-sm">{name}</dt>
          <dd className="break-all">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function TicketLink({ workspace, number }: Readonly<{ workspace: string; number: number }>) {
  return (
    <Link className="text-accent-ink underline" href={`/${workspace}/desk/tickets/${number}`}>
      #{number}
    </Link>
  );
}
