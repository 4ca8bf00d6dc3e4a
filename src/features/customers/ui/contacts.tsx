import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ChannelIcon } from '@/ui/ticket-icons';
import type { Contact } from '../contacts';

type Props = Readonly<{
  workspace: string;
  customerId: string;
  name: string;
  contacts: Readonly<{ rows: readonly Contact[]; next: Date | null }>;
}>;

/** When and where the customer and we were in touch, on all channels. */
export function Contacts({ workspace, customerId, name, contacts }: Props) {
  const t = useTranslations('customer.contacts');
  const format = useFormatter();
  const { rows, next } = contacts;
  if (rows.length === 0) return <EmptyState title={t('empty')} level={3} className="py-8" />;
  return (
    <div className="flex flex-col gap-3">
      <ol aria-label={t('caption', { name })} className="flex flex-col">
        {rows.map(({ id, at, kind, channel, text, by, number }) => (
          <li key={id} className="flex items-start gap-3 border-line border-b py-2 last:border-b-0">
            <span className="mt-0.5 text-ink-faint [&_svg]:size-4">
              <ChannelIcon channel={channel as Parameters<typeof ChannelIcon>[0]['channel']} />
            </span>
            <div className="min-w-0 flex-1">
              <p className="text-ink-soft text-sm">
                {t(kind)}
                {by && `, ${by}`} ·{' '}
                <time dateTime={at.toISOString()}>
                  {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}
                </time>
              </p>
              <Link
                href={`/${workspace}/desk/tickets/${number}`}
                prefetch={false}
                className="break-words underline-offset-2 hover:underline"
              >
                <span className="text-ink-faint">#{number}</span> {text}
              </Link>
            </div>
          </li>
        ))}
      </ol>
      {next && (
        <div>
          <ButtonLink
            href={`/${workspace}/desk/customers/${customerId}?contacts=${next.getTime()}`}
            prefetch={false}
          >
            {t('older')}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
