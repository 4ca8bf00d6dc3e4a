import { MessagesSquare } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { isSocialKind } from '@/features/social/kinds';
import type { ChannelVolume } from '@/features/social/queries';
import { Badge } from '@/ui/badge';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { ChannelIcon } from '@/ui/ticket-icons';

type Props = Readonly<{ workspace: string; rows: readonly ChannelVolume[]; caption: string }>;

/** Channels of every kind in one list: what went over them, and how they fare. */
export function AccountTable({ workspace, rows, caption }: Props) {
  const t = useTranslations('social.admin');
  const format = useFormatter();
  const now = useNow();
  const count = (key: 'received' | 'sent' | 'failed' | 'held', head: string): Column<ChannelVolume> => ({
    key,
    head,
    kind: 'number',
    wide: key !== 'received',
    cell: (row) => format.number(row[key]),
  });
  const columns: readonly Column<ChannelVolume>[] = [
    { key: 'name', head: t('column.name'), cell: (row) => <Name workspace={workspace} row={row} /> },
    { key: 'health', head: t('column.health'), cell: (row) => row.id && <AccountHealth account={row} /> },
    count('received', t('column.in')),
    count('sent', t('column.out')),
    count('failed', t('column.failed')),
    count('held', t('column.held')),
    {
      key: 'last',
      head: t('column.received'),
      wide: true,
      className: 'whitespace-nowrap',
      cell: ({ lastReceivedAt }) => (lastReceivedAt ? format.relativeTime(lastReceivedAt, now) : t('never')),
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ id, channel }) => id ?? channel}
      empty={
        <EmptyState icon={MessagesSquare} title={t('empty')}>
          {t('emptyBody')}
        </EmptyState>
      }
    />
  );
}

function Name({ workspace, row }: Readonly<{ workspace: string; row: ChannelVolume }>) {
  const t = useTranslations('social.admin');
  const common = useTranslations('common');
  const kind = common(`channel.${row.channel}`);
  const href = hrefOf(workspace, row);
  const name = <span className="block font-medium break-words">{row.name ?? kind}</span>;
  return (
    <span className="flex min-w-40 items-start gap-2">
      <ChannelIcon channel={row.channel} className="mt-0.5" />
      <span className="min-w-0">
        {href ? (
          <Link href={href} className="hover:underline">
            {name}
          </Link>
        ) : (
          name
        )}
        <span className="block text-ink-soft text-sm">{row.name ? kind : t('noAccount')}</span>
      </span>
    </span>
  );
}

function hrefOf(workspace: string, { id, channel }: ChannelVolume): string | null {
  if (id === null) return null;
  const place = isSocialKind(channel) ? 'social' : PLACES[channel];
  return place ? `/${workspace}/admin/${place}/${id}` : null;
}

const PLACES: Readonly<Record<string, string>> = {
  email: 'channels',
  chat: 'chat',
  phone: 'phone',
  web: 'forms',
};

const TONES = { healthy: 'success', failing: 'danger', unknown: 'neutral' } as const;

/** Codes that we have words for; anything else is the vendor's. */
const DETAILS = ['wrong_signature', 'unreadable', 'not_placed', 'access_revoked', 'unreachable'] as const;

/** Whether an account works, in words and colour; why not, in our words or the vendor's. */
export function AccountHealth({
  account,
}: Readonly<{ account: Pick<ChannelVolume, 'enabled' | 'health' | 'healthDetail'> }>) {
  const t = useTranslations('social.admin');
  const { enabled, health, healthDetail } = account;
  const known = DETAILS.find((each) => each === healthDetail);
  if (!enabled) return <Badge>{t('health.off')}</Badge>;
  return (
    <span className="block">
      <Badge tone={TONES[health]}>{t(`health.${health}`)}</Badge>
      {health === 'failing' && (
        <span className="mt-1 block max-w-72 break-words text-danger-ink text-sm">
          {known ? t(`detail.${known}`) : healthDetail}
        </span>
      )}
    </span>
  );
}
