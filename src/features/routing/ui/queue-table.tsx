import { useTranslations } from 'next-intl';
import type { QueueRow } from '@/features/routing/lists';
import { Badge } from '@/ui/badge';
import { type Column, DataTable } from '@/ui/data-table';
import { EditQueue } from './edit-queue.client';

type Props = Readonly<{ workspace: string; queues: readonly QueueRow[] }>;

/** The queue of each team, with what it does in a sentence, and how to change it. */
export function QueueTable({ workspace, queues }: Props) {
  const t = useTranslations('queues');
  const sentenceOf = useSentence();
  const columns: Column<QueueRow>[] = [
    {
      key: 'team',
      head: t('column.team'),
      className: 'align-top',
      cell: ({ team, members }) => (
        <>
          <p className="break-words font-medium">{team}</p>
          <p className="whitespace-nowrap text-ink-faint text-sm">{t('members', { count: members })}</p>
        </>
      ),
    },
    {
      key: 'rules',
      head: t('column.rules'),
      className: 'align-top',
      cell: (queue) => (
        <div className="min-w-48">
          <Badge tone={queue.mode === 'off' ? 'outline' : 'accent'}>{t(`mode.${queue.mode}`)}</Badge>
          <p className="mt-1 text-ink-soft text-sm">{sentenceOf(queue)}</p>
        </div>
      ),
    },
    {
      key: 'actions',
      head: t('column.actions'),
      kind: 'actions',
      cell: (queue) => <EditQueue workspace={workspace} queue={queue} />,
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={queues}
      rowKey={({ teamId }) => teamId}
      empty={<p className="text-ink-faint">{t('noTeams')}</p>}
    />
  );
}

function useSentence(): (queue: QueueRow) => string {
  const t = useTranslations('queues.says');
  return ({ mode, order, matchLanguage, stickyDays, answerSeconds, relaxAfterMinutes }) => {
    const [seconds, minutes] = [answerSeconds ?? 0, relaxAfterMinutes ?? 0];
    const parts: readonly (readonly [boolean, string])[] = [
      [true, t(`order.${order}`)],
      [matchLanguage, t('matchLanguage')],
      [mode === 'push' && stickyDays > 0, t('sticky', { days: stickyDays })],
      [mode === 'push' && seconds > 0, t('answer', { seconds })],
      [minutes > 0, t('relax', { minutes })],
    ];
    const told = parts.flatMap(([holds, text]) => (holds ? [text] : []));
    return mode === 'off' ? t('off') : told.join(' ');
  };
}
