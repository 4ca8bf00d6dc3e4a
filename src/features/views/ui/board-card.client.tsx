'use client';

import { MoveHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { classNames } from '@/ui/class-names';
import { DueBadge } from '@/ui/due-countdown.client';
import { NearLink } from '@/ui/near-link.client';
import { ChannelIcon, PriorityIcon } from '@/ui/ticket-icons';
import type { LineRow } from '../ticket-rows';
import { type LineTexts, lineHref } from './ticket-line.client';
import type { EditLine } from './use-line-edit.client';

type Props = Readonly<{
  workspace: string;
  trail: string;
  texts: LineTexts;
  row: LineRow;
  edit: EditLine | null;
  isDragged: boolean;
  drag: (id: string | null) => void;
}>;

/** One ticket on a board. All of it leads to the ticket, but for the button that moves it. */
export function BoardCard({ workspace, trail, texts, row, edit, isDragged, drag }: Props) {
  const { short, full } = texts.time(row.activityAt);
  return (
    <li
      data-ticket={row.id}
      data-status={row.status}
      draggable={edit !== null}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', `#${row.number} ${row.subject}`);
        drag(row.id);
      }}
      onDragEnd={() => drag(null)}
      className={classNames(
        'group relative rounded-md border border-line bg-raised p-2.5 focus-within:border-accent hover:border-line-strong',
        edit && 'cursor-grab active:cursor-grabbing',
        isDragged && 'opacity-50',
      )}
    >
      <p className="flex items-center gap-2 text-ink-soft text-sm">
        <span className={classNames('min-w-0 flex-1 truncate', row.unread && 'font-semibold text-ink')}>
          {row.requester}
        </span>
        <time dateTime={row.activityAt.toISOString()} title={full} suppressHydrationWarning>
          {short}
        </time>
      </p>
      <h3 className={classNames('mt-0.5 line-clamp-2 break-words', row.unread && 'font-semibold')}>
        {row.unread && <span className="sr-only">{texts.list('unread')} </span>}
        <NearLink
          data-line={row.id}
          draggable={false}
          href={lineHref({ workspace, row, trail, byDue: false })}
          className="outline-none before:absolute before:inset-0 before:rounded-md focus-visible:before:outline-2 focus-visible:before:outline-accent-ink"
        >
          {row.subject}
        </NearLink>
      </h3>
      <p className="mt-2 flex min-h-6 flex-wrap items-center gap-1.5">
        <ChannelIcon channel={row.channel} label={texts.common(`channel.${row.channel}`)} />
        {row.priority !== 'normal' && (
          <PriorityIcon priority={row.priority} label={texts.common(`priority.${row.priority}`)} />
        )}
        {row.nextDueAt && row.nextDueMetric && (
          <DueBadge
            dueAt={row.nextDueAt}
            what={texts.metric(row.nextDueMetric)}
            countdown={texts.countdown}
          />
        )}
        {row.tags.slice(0, 2).map((tag) => (
          <Badge key={tag} tone="outline" className="min-w-0">
            <span className="truncate">{tag}</span>
          </Badge>
        ))}
        <span className="ml-auto flex items-center gap-1">
          {edit && <MoveButton row={row} edit={edit} />}
          {row.assignee && <Avatar name={row.assignee} alone />}
        </span>
      </p>
    </li>
  );
}

function MoveButton({ row, edit }: Readonly<{ row: LineRow; edit: EditLine }>) {
  const words = useTranslations('desk.board')('move', { number: String(row.number) });
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={words}
      title={words}
      onClick={(event) => edit('status', row.id, event.currentTarget)}
      className="relative z-1 inline-flex size-6 cursor-pointer items-center justify-center rounded-sm text-ink-faint hover:bg-hover hover:text-ink"
    >
      <MoveHorizontal aria-hidden className="size-4" />
    </button>
  );
}
