'use client';

import { Mail, MailOpen } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { startTransition, useOptimistic, useRef } from 'react';
import { toast } from 'sonner';
import { useProblem } from '@/features/fields/shared/use-problem';
import { Button } from '@/ui/button';
import { classNames } from '@/ui/class-names';
import { useDates } from '@/ui/use-dates';
import { useShortcuts } from '@/ui/use-shortcuts';
import { readNoticesAction, unreadNoticesAction } from '../actions';
import { pathOf } from '../notice-subject';
import type { NoticeGroup } from '../queries';

type Props = Readonly<{
  workspace: string;
  groups: readonly NoticeGroup[];
  /** When the page was made, in milliseconds since 1970: what came later is not marked by its buttons. */
  until: number;
}>;

/** What one was told, by ticket and article. J and K go through it, Enter opens, E marks as read or unread. */
export function NoticeList({ workspace, groups, until }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const problem = useProblem();
  const [shown, mark] = useOptimistic(groups, (now, changed: NoticeGroup) =>
    now.map((group) => (group.about.id === changed.about.id ? changed : group)),
  );
  const toggle = (group: NoticeGroup) =>
    startTransition(async () => {
      const { about, unread } = group;
      const of = about.kind === 'ticket' ? { ticketId: about.id } : { articleId: about.id };
      mark({ ...group, unread: !unread });
      const result = unread
        ? await readNoticesAction(workspace, { ...of, until: new Date(until) })
        : await unreadNoticesAction(workspace, of);
      if (!result.ok) toast.error(problem(result.error));
    });
  const links = () => [...(list.current?.querySelectorAll<HTMLElement>('a[data-line]') ?? [])];
  const step = (by: 1 | -1) => {
    const at = links().indexOf(document.activeElement as HTMLElement);
    links()[at === -1 ? 0 : at + by]?.focus();
  };
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    e: () => {
      const group = shown[links().indexOf(document.activeElement as HTMLElement)];
      if (group) toggle(group);
    },
  });
  return (
    <ul ref={list} className="flex flex-col divide-y divide-line rounded-lg border border-line bg-raised">
      {shown.map((group) => (
        <Group key={group.about.id} workspace={workspace} group={group} onToggle={() => toggle(group)} />
      ))}
    </ul>
  );
}

type GroupProps = Readonly<{ workspace: string; group: NoticeGroup; onToggle: () => void }>;

function Group({ workspace, group, onToggle }: GroupProps) {
  const t = useTranslations('notification');
  const { about, subject, unread, notices, more } = group;
  return (
    <li className="relative flex gap-3 px-4 py-3 focus-within:bg-accent-soft hover:bg-hover">
      <span className={classNames('mt-1.5 size-2 shrink-0 rounded-full', unread && 'bg-accent')}>
        {unread && <span className="sr-only">{t('isUnread')}</span>}
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <Link
            data-line
            href={`/${workspace}${pathOf(about)}`}
            prefetch={false}
            className={classNames(
              'min-w-0 break-words text-ink outline-none before:absolute before:inset-0 focus-visible:before:outline-2 focus-visible:before:outline-accent-ink focus-visible:before:-outline-offset-2',
              unread && 'font-semibold',
            )}
          >
            {about.kind === 'ticket' && (
              <span className="text-ink-faint tabular-nums">{`#${about.number} `}</span>
            )}
            {subject}
          </Link>
          <span className="text-ink-faint text-sm">
            {about.kind === 'ticket' ? about.requester : t('article')}
          </span>
        </p>
        <ul className="mt-0.5 flex flex-col gap-0.5">
          {notices.map((notice) => (
            <Line key={notice.id} notice={notice} />
          ))}
        </ul>
        {more > 0 && <p className="text-ink-faint text-sm">{t('more', { count: more })}</p>}
      </div>
      <Toggle group={group} onToggle={onToggle} />
    </li>
  );
}

function Toggle({ group: { about, subject, unread }, onToggle }: Omit<GroupProps, 'workspace'>) {
  const t = useTranslations('notification');
  const Icon = unread ? MailOpen : Mail;
  const name =
    about.kind === 'ticket'
      ? t(unread ? 'markRead' : 'markUnread', { number: String(about.number) })
      : t(unread ? 'markArticleRead' : 'markArticleUnread', { title: subject });
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      className="relative"
      aria-label={name}
      title={name}
      onClick={onToggle}
    >
      <Icon aria-hidden />
    </Button>
  );
}

function Line({ notice }: Readonly<{ notice: NoticeGroup['notices'][number] }>) {
  const { relativeTime } = useFormatter();
  const now = useNow();
  const dates = useDates();
  const { sentence, excerpt, at } = notice;
  return (
    <li className="flex items-baseline gap-2 text-ink-soft text-sm">
      <span className="line-clamp-2 min-w-0 flex-1 break-words">
        {sentence} {excerpt && <span className="text-ink-faint">{excerpt}</span>}
      </span>
      <time
        dateTime={at.toISOString()}
        title={dates.dateTime(at, { dateStyle: 'full', timeStyle: 'short' })}
        className="shrink-0 text-ink-faint text-xs"
        suppressHydrationWarning
      >
        {relativeTime(at, now)}
      </time>
    </li>
  );
}
