import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { HeldMail } from '@/features/intake/queries';
import { ReasonText } from './reason-text';

type Props = Readonly<{ workspace: string; mail: HeldMail }>;

/** What is known of the mail without understanding it. */
export function HeldFacts({ workspace, mail }: Props) {
  const t = useTranslations('mail.held');
  const format = useFormatter();
  const { envelopeFrom, envelopeTo, remoteAddress, source } = mail;
  const carried = [
    envelopeFrom ?? '?',
    '→',
    envelopeTo.join(', '),
    `(${[source, remoteAddress].filter(Boolean).join(', ')})`,
  ];
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <dt className="text-ink-faint text-sm">{t('column.reason')}</dt>
      <dd>
        <ReasonText reason={mail.reason} />
      </dd>
      <dt className="text-ink-faint text-sm">{t('column.mailbox')}</dt>
      <dd>{mail.mailbox}</dd>
      <dt className="text-ink-faint text-sm">{t('column.at')}</dt>
      <dd>{format.dateTime(mail.receivedAt, { dateStyle: 'medium', timeStyle: 'medium' })}</dd>
      {!mail.emptiedAt && (
        <>
          <dt className="text-ink-faint text-sm">{t('envelope')}</dt>
          <dd className="break-all">{carried.join(' ')}</dd>
        </>
      )}
      <dt className="text-ink-faint text-sm">{t('size')}</dt>
      <dd>
        {format.number(mail.size / 1024, { maximumFractionDigits: 1, style: 'unit', unit: 'kilobyte' })}
      </dd>
      <dt className="text-ink-faint text-sm">{t('attempts')}</dt>
      <dd>{mail.attempts}</dd>
      {mail.ticket && (
        <>
          <dt className="text-ink-faint text-sm">{t('column.ticket')}</dt>
          <dd>
            <Link className="text-accent-ink underline" href={`/${workspace}/desk/tickets/${mail.ticket}`}>
              #{mail.ticket}
            </Link>
          </dd>
        </>
      )}
    </dl>
  );
}
