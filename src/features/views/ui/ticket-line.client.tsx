'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { placeToText } from '@/domain/view/view';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { classNames } from '@/ui/class-names';
import { DueCountdown } from '@/ui/due-countdown.client';
import { ChannelIcon, PriorityIcon, StatusIcon } from '@/ui/ticket-icons';
import type { ShownRow } from '../settle';
import { Marked } from './marked';
import { ShortTime } from './short-time.client';

const MOST_TAGS = 2;

type Props = Readonly<{ workspace: string; row: ShownRow; trail: string; words: readonly string[] }>;

/** One ticket: a table row on wide screens, three lines on a phone. All of it leads to the ticket. */
export function TicketLine({ workspace, row, trail, words }: Props) {
  const t = useTranslations('common');
  const list = useTranslations('desk.list');
  const waiting = row.lastDirection === 'inbound' && row.status !== 'solved' && row.status !== 'closed';
  return (
    <tr
      className={classNames(
        'group relative h-11 border-line compact:h-9 border-b focus-within:bg-accent-soft hover:bg-hover focus-within:hover:bg-accent-soft max-md:grid max-md:h-auto max-md:grid-cols-[1.75rem_minmax(0,1fr)_auto] max-md:px-3 max-md:py-2.5',
        row.left && 'opacity-60',
      )}
    >
      <td className="pl-4 align-middle leading-0 max-md:p-0 max-md:pt-0.5">
        <StatusIcon status={row.status} label={t(`status.${row.status}`)} />
      </td>
      <td className="truncate px-2 align-middle max-md:p-0">
        <span className={classNames('text-ink', waiting && 'font-semibold')}>{row.requester}</span>
      </td>
      <td className="px-2 align-middle max-md:col-span-2 max-md:col-start-2 max-md:row-start-2 max-md:p-0">
        <Subject workspace={workspace} row={row} trail={trail} words={words} waiting={waiting} />
        {row.left && <span className="text-ink-faint text-xs italic">{list('left')}</span>}
      </td>
      <td className="px-2 align-middle leading-0 max-md:col-start-1 max-md:row-start-2 max-md:p-0 max-md:pt-0.5">
        {row.priority !== 'normal' && (
          <PriorityIcon
            priority={row.priority}
            label={t(`priority.${row.priority}`)}
            className="align-middle"
          />
        )}
      </td>
      <td className="px-2 align-middle leading-0 max-md:hidden">
        <ChannelIcon channel={row.channel} label={t(`channel.${row.channel}`)} />
      </td>
      <td className="px-2 align-middle leading-0 max-md:hidden">
        {row.assignee && <Avatar name={row.assignee} alone />}
      </td>
      <td className="whitespace-nowrap pr-4 pl-2 text-right align-middle text-ink-faint text-sm max-md:col-start-3 max-md:row-start-1 max-md:p-0">
        <ShortTime at={row.activityAt} />
      </td>
    </tr>
  );
}

function Subject({ workspace, row, trail, words, waiting }: Props & Readonly<{ waiting: boolean }>) {
  const t = useTranslations('desk.list');
  const [near, setNear] = useState(false);
  return (
    <div className="flex min-w-0 items-center gap-2 max-md:flex-wrap max-md:gap-y-0.5">
      {waiting && (
        <span title={t('waiting')} className="size-2 shrink-0 rounded-full bg-accent">
          <span className="sr-only">{t('waiting')}</span>
        </span>
      )}
      <Link
        data-line
        href={`/${workspace}/desk/tickets/${row.number}?${trail}&at=${placeToText(row)}`}
        prefetch={near ? null : false}
        onPointerEnter={() => setNear(true)}
        onFocus={() => setNear(true)}
        className={classNames(
          'shrink-0 truncate text-ink outline-none before:absolute before:inset-0 focus-visible:before:outline-2 focus-visible:before:-outline-offset-2 focus-visible:before:outline-accent-ink max-md:max-w-[calc(100%-1rem)] md:max-w-[70%]',
          waiting && 'font-semibold',
        )}
      >
        <Marked text={row.subject} words={words} />
      </Link>
      <span className="min-w-0 flex-1 truncate text-ink-faint max-md:basis-full">
        <Marked text={row.preview} words={words} />
      </span>
      <Tags tags={row.tags} />
      <Due row={row} />
    </div>
  );
}

function Due({ row }: Readonly<{ row: ShownRow }>) {
  const t = useTranslations('sla.metric');
  if (!row.nextDueAt || !row.nextDueMetric) return null;
  return <DueCountdown dueAt={row.nextDueAt} what={t(row.nextDueMetric)} className="shrink-0" />;
}

function Tags({ tags }: Readonly<{ tags: readonly string[] }>) {
  const t = useTranslations('desk.list');
  if (tags.length === 0) return null;
  const more = tags.length - MOST_TAGS;
  return (
    <span className="flex max-w-[40%] shrink-0 gap-1 overflow-hidden max-xl:hidden">
      <span className="sr-only">{t('tags')}: </span>
      {tags.slice(0, MOST_TAGS).map((tag) => (
        <Badge key={tag} tone="outline" className="min-w-0">
          <span className="truncate">{tag}</span>
        </Badge>
      ))}
      {more > 0 && (
        <Badge tone="outline" title={tags.slice(MOST_TAGS).join(', ')}>
          <span aria-hidden>+{more}</span>
          <span className="sr-only">{t('moreTags', { count: more })}</span>
        </Badge>
      )}
    </span>
  );
}
