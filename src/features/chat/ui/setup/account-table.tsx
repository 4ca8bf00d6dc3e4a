import { MessagesSquare } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import type { ChatAccountRow, ChatHealth } from '../../account-queries';

const TONES = { open: 'success', closed: 'neutral', nobody: 'warning', off: 'neutral' } as const;

/** Whether visitors are answered now, in a word and a colour. */
export function ChatHealthLight({ health }: Readonly<{ health: ChatHealth }>) {
  const t = useTranslations('chatSetup.health');
  return <Badge tone={TONES[health]}>{t(health)}</Badge>;
}

type Props = Readonly<{ workspace: string; accounts: readonly ChatAccountRow[] }>;

/** The chats of a workspace. */
export function ChatAccountTable({ workspace, accounts }: Props) {
  const t = useTranslations('chatSetup');
  const format = useFormatter();
  const now = useNow();
  const columns: readonly Column<ChatAccountRow>[] = [
    {
      key: 'name',
      head: t('column.name'),
      cell: ({ id, name }) => (
        <Link href={`/${workspace}/admin/chat/${id}`} className="font-medium break-words hover:underline">
          {name}
        </Link>
      ),
    },
    { key: 'state', head: t('column.state'), cell: ({ health }) => <ChatHealthLight health={health} /> },
    { key: 'team', head: t('column.team'), wide: true, cell: ({ team }) => team ?? t('form.noTeam') },
    { key: 'waiting', head: t('column.waiting'), cell: ({ waiting }) => waiting },
    {
      key: 'last',
      head: t('column.last'),
      cell: ({ lastChatAt }) => (lastChatAt ? format.relativeTime(lastChatAt, now) : t('never')),
    },
  ];
  return (
    <DataTable
      caption={t('list')}
      columns={columns}
      rows={accounts}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={MessagesSquare} title={t('empty')}>
          {t('emptyBody')}
        </EmptyState>
      }
    />
  );
}
