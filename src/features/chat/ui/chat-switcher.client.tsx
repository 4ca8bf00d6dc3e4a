'use client';

import { MessagesSquare } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { classNames } from '@/ui/class-names';
import type { ChatCard } from '../desk-view';
import { useChats } from './chats-provider.client';
import { since, useClock } from './time-left';

/** The reader's chats at the side of every page: who wrote, who waits, and one press to each. */
export function ChatSwitcher() {
  const t = useTranslations('chat');
  const { workspace, mine, waiting } = useChats();
  const path = usePathname();
  const board = `/${workspace}/desk/chats`;
  const look =
    'flex h-8 items-center gap-2.5 rounded-md px-2 text-ink-soft hover:bg-hover hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent-ink';
  return (
    <nav aria-label={t('dock.label')} className="flex flex-col gap-px">
      <Link href={board} aria-current={path === board ? 'page' : undefined} className={look}>
        <MessagesSquare aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
        <span className="min-w-0 flex-1 truncate">{t('title')}</span>
        {waiting.length > 0 && (
          <span className="rounded-sm bg-warning-soft px-1.5 text-warning-ink text-xs tabular-nums">
            {t('waiting.count', { count: waiting.length })}
          </span>
        )}
      </Link>
      {mine.map((chat) => (
        <SwitcherLine
          key={chat.id}
          chat={chat}
          href={`/${workspace}/desk/tickets/${chat.ticketNumber}`}
          path={path}
          look={look}
        />
      ))}
    </nav>
  );
}

type LineProps = Readonly<{ chat: ChatCard; href: string; path: string; look: string }>;

function SwitcherLine({ chat, href, path, look }: LineProps) {
  const t = useTranslations('chat');
  const { name, unread, there, waitingSince } = chat;
  const now = useClock(waitingSince !== null);
  return (
    <Link href={href} aria-current={path === href ? 'page' : undefined} className={classNames(look, 'pl-8')}>
      <span
        aria-hidden
        className={classNames(
          'size-2 shrink-0 rounded-full',
          there ? 'bg-success-ink' : 'border border-line-strong',
        )}
      />
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <span className="sr-only">{t(there ? 'visitor.here' : 'visitor.away')}</span>
      {waitingSince && now !== null && (
        <span className="text-warning-ink text-xs tabular-nums">{since(waitingSince, now)}</span>
      )}
      {unread > 0 && (
        <span className="min-w-5 rounded-full bg-accent px-1.5 text-center text-on-accent text-xs leading-5 tabular-nums">
          <span aria-hidden>{unread}</span>
          <span className="sr-only">{t('mine.unread', { count: unread })}</span>
        </span>
      )}
    </Link>
  );
}
