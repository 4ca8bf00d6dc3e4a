'use client';

import { ArrowUpRight, Paperclip, X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { PreviewMessage } from '@/domain/view/preview';
import { Badge } from '@/ui/badge';
import { Button, ButtonLink } from '@/ui/button';
import { DueBadge } from '@/ui/due-countdown.client';
import { Skeleton } from '@/ui/skeleton';
import { ChannelIcon, PriorityIcon, StatusIcon } from '@/ui/ticket-icons';
import type { ShownRow } from '../settle';
import type { LineTexts } from './ticket-line.client';
import { usePreviewData } from './use-preview-data';

type Props = Readonly<{
  workspace: string;
  row: ShownRow;
  /** The ticket itself. */
  href: string;
  texts: LineTexts;
  onClose: () => void;
}>;

/** What scrolls must be reached by the keyboard (WCAG 2.1.1). */
const REACHED = { tabIndex: 0 };

/** A ticket beside the list, at a glance: to look does not count as having read it. A sheet at the foot of narrow windows. */
export function PreviewPane({ workspace, row, href, texts, onClose }: Props) {
  const t = useTranslations('desk.preview');
  const [known, askAgain] = usePreviewData({ workspace, id: row.id, activityAt: row.activityAt });
  const found = known && typeof known === 'object' ? known : null;
  return (
    <section
      aria-label={t('label')}
      className="flex flex-col border-line bg-canvas max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-30 max-md:h-[60dvh] max-md:rounded-t-xl max-md:border-t max-md:shadow-raised md:sticky md:top-24 md:h-[calc(100dvh-6rem)] md:border-l lg:top-12 lg:h-[calc(100dvh-3rem)]"
    >
      <header className="flex items-start gap-2 border-line border-b px-4 py-3">
        <h2 className="min-w-0 flex-1 break-words font-semibold text-ink">
          <Link href={href} prefetch={false} className="rounded-sm underline-offset-2 hover:underline">
            {row.subject}
          </Link>
          <span className="font-normal text-ink-faint"> #{row.number}</span>
        </h2>
        <ButtonLink
          href={href}
          prefetch={false}
          variant="ghost"
          size="icon-sm"
          aria-label={t('open')}
          title={t('open')}
        >
          <ArrowUpRight aria-hidden />
        </ButtonLink>
        <Button variant="ghost" size="icon-sm" aria-label={t('close')} title={t('close')} onClick={onClose}>
          <X aria-hidden />
        </Button>
      </header>
      <section {...REACHED} aria-label={t('content')} className="flex-1 overflow-y-auto px-4 py-3">
        <Facts row={row} texts={texts} team={found?.team ?? null}>
          {[row.requester, found?.organization, found?.address].filter(Boolean).join(' · ')}
        </Facts>
        <div role="status" className="sr-only">
          {found && t('shown', { number: String(row.number), requester: row.requester })}
        </div>
        {known === null && <Waiting />}
        {known === 'gone' && <p className="mt-4 text-ink-soft">{t('gone')}</p>}
        {known === 'failed' && (
          <p className="mt-4 text-ink-soft">
            {t('failed')}{' '}
            <Button variant="link" onClick={askAgain}>
              {texts.common('tryAgain')}
            </Button>
          </p>
        )}
        {found && (
          <>
            <ol className="mt-4 flex flex-col gap-3">
              {found.messages.map((message) => (
                <Message key={message.id} message={message} texts={texts} />
              ))}
            </ol>
            {found.messages.length === 0 && <p className="text-ink-faint">{t('empty')}</p>}
            {found.hasEarlier && (
              <p className="mt-3 text-center text-sm">
                <Link href={href} prefetch={false} className="text-accent-ink underline underline-offset-2">
                  {t('earlier')}
                </Link>
              </p>
            )}
          </>
        )}
      </section>
    </section>
  );
}

type FactsProps = Readonly<{ row: ShownRow; texts: LineTexts; team: string | null; children: ReactNode }>;

/** What the line tells too, in words. */
function Facts({ row, texts, team, children }: FactsProps) {
  const { common, list, metric } = texts;
  const pairs: readonly (readonly [string, ReactNode])[] = [
    [list('requester'), children],
    [
      list('status'),
      <span key="status" className="inline-flex items-center gap-1.5">
        <StatusIcon status={row.status} />
        {common(`status.${row.status}`)}
      </span>,
    ],
    [
      list('priority'),
      <span key="priority" className="inline-flex items-center gap-1.5">
        <PriorityIcon priority={row.priority} />
        {common(`priority.${row.priority}`)}
      </span>,
    ],
    [list('assignee'), [row.assignee ?? list('nobody'), team].filter(Boolean).join(' · ')],
    ...(row.nextDueAt && row.nextDueMetric
      ? ([
          [
            metric(row.nextDueMetric),
            <DueBadge
              key="due"
              dueAt={row.nextDueAt}
              what={metric(row.nextDueMetric)}
              countdown={texts.countdown}
            />,
          ],
        ] as const)
      : []),
    ...(row.tags.length > 0 ? ([[list('tags'), <Tags key="tags" tags={row.tags} />]] as const) : []),
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      {pairs.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-faint">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const Tags = ({ tags }: Readonly<{ tags: readonly string[] }>) => (
  <span className="flex flex-wrap gap-1">
    {tags.map((tag) => (
      <Badge key={tag} tone="outline">
        {tag}
      </Badge>
    ))}
  </span>
);

const LOOKS = {
  inbound: 'border-line bg-raised',
  outbound: 'border-line bg-sunken',
  note: 'border-warning-ink/25 bg-warning-soft',
} as const;

function Message({ message, texts }: Readonly<{ message: PreviewMessage; texts: LineTexts }>) {
  const t = useTranslations('desk.preview');
  const { direction, channel, author, text, isCut, files } = message;
  const at = new Date(message.at);
  const { short, full } = texts.time(at);
  return (
    <li className={`rounded-lg border px-3 py-2 ${LOOKS[direction]}`}>
      <p className="flex items-center gap-2 text-sm">
        <ChannelIcon channel={channel} label={texts.common(`channel.${channel}`)} />
        <span className="min-w-0 flex-1 truncate font-medium">{author}</span>
        {direction === 'note' && <span className="shrink-0 text-warning-ink">{t('note')}</span>}
        <time dateTime={message.at} title={full} className="shrink-0 text-ink-faint">
          {short}
        </time>
      </p>
      <p className="mt-1 whitespace-pre-line break-words">
        {text === '' ? <span className="text-ink-faint">{t('wordless')}</span> : text}
        {isCut && '…'}
      </p>
      {files > 0 && (
        <p className="mt-1 flex items-center gap-1 text-ink-faint text-sm">
          <Paperclip aria-hidden className="size-3.5" />
          {t('files', { count: files })}
        </p>
      )}
    </li>
  );
}

const Waiting = () => (
  <div className="mt-4 flex flex-col gap-3">
    <Skeleton className="h-24" />
    <Skeleton className="h-16" />
  </div>
);
