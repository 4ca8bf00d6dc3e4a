import { ShieldCheck } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import type { HeldItem } from '../queries';
import { HeldBackButtons } from './held-back-buttons.client';

type Props = Readonly<{ workspace: string; rows: readonly HeldItem[] }>;

/** What blocked senders sent, over all channels: kept, seen by nobody else, and let in from here. */
export function HeldBackList({ workspace, rows }: Props) {
  const t = useTranslations('blocks');
  const common = useTranslations('common');
  const format = useFormatter();
  return (
    <DataTable
      caption={t('held.title')}
      rows={rows}
      rowKey={({ source, id }) => `${source}${id}`}
      empty={<EmptyState icon={ShieldCheck} title={t('held.empty')} />}
      columns={[
        {
          key: 'what',
          head: t('held.what'),
          cell: (item) => <What workspace={workspace} item={item} />,
        },
        {
          key: 'why',
          head: t('held.why'),
          wide: true,
          className: 'max-w-xs',
          cell: ({ reason }) => <Why reason={reason} />,
        },
        {
          key: 'channel',
          head: t('held.channel'),
          wide: true,
          cell: ({ channel }) => common(`channel.${channel}`),
        },
        {
          key: 'at',
          head: t('held.at'),
          wide: true,
          cell: ({ at }) => (
            <span className="whitespace-nowrap">
              {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}
            </span>
          ),
        },
        {
          key: 'acts',
          head: t('acts'),
          kind: 'actions',
          cell: (item) => (
            <HeldBackButtons workspace={workspace} item={item} who={item.sender || item.reason} />
          ),
        },
      ]}
    />
  );
}

function What({ workspace, item }: Readonly<{ workspace: string; item: HeldItem }>) {
  const t = useTranslations('blocks.held');
  const { source, id, sender, text, reason, channel } = item;
  const said = text.trim() || t(channel === 'phone' ? 'call' : 'stored');
  return (
    <div className="min-w-36 max-w-72 xl:max-w-md">
      <p className="truncate font-medium">{sender || reason}</p>
      {source === 'inbound' ? (
        <Link
          href={`/${workspace}/admin/held/${id}`}
          prefetch={false}
          className="block truncate text-ink-soft text-sm underline"
        >
          {said}
        </Link>
      ) : (
        <p className="line-clamp-2 break-words text-ink-soft text-sm">{said}</p>
      )}
    </div>
  );
}

/** `customer` stands for the record of a customer, whatever the address; all else names itself. */
function Why({ reason }: Readonly<{ reason: string }>) {
  const t = useTranslations('blocks.held');
  const match = /^(.*?: )?customer\b ?(.*)$/s.exec(reason);
  return <span className="break-words">{match ? t('customer', { reason: match[2] ?? '' }) : reason}</span>;
}
