'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ChatNews } from '../desk-view';
import { ChatBar } from './chat-bar.client';
import { ChatComposer } from './chat-composer.client';
import { ChatLines } from './chat-lines.client';
import { useChats } from './chats-provider.client';
import type { TeamChoice } from './hand-over.client';
import { useChat } from './use-chat';

type Props = Readonly<{ workspace: string; news: ChatNews; teams: readonly TeamChoice[] }>;

/** One chat among several: what was said, and where to answer. */
export function ChatColumn({ workspace, news, teams }: Props) {
  const t = useTranslations('chat');
  const { chat, entries, typing, pending, say, sayAgain, reload } = useChat(workspace, news);
  const { reload: reloadList } = useChats();
  const changed = () => {
    void reload();
    reloadList();
  };
  return (
    <section
      aria-label={chat.name}
      className="flex h-full min-h-0 min-w-72 flex-1 snap-start flex-col rounded-lg border border-line bg-canvas max-sm:min-w-full"
    >
      <header className="flex items-center gap-2 px-3 py-2">
        <h2 className="min-w-0 flex-1 truncate font-semibold">{chat.name}</h2>
        <Link
          href={`/${workspace}/desk/tickets/${chat.ticketNumber}`}
          className="text-accent-ink text-sm underline"
        >
          <span className="sr-only">{t('bar.openTicket')} </span>#{chat.ticketNumber}
        </Link>
      </header>
      <ChatBar workspace={workspace} chat={chat} teams={teams} mayReply onChanged={changed} />
      <ChatLines
        name={chat.name}
        entries={entries}
        pending={pending}
        typing={typing}
        visitorRead={chat.visitorRead}
        onAgain={sayAgain}
      />
      <div className="border-line border-t">
        <ChatComposer workspace={workspace} chat={chat} onSay={say} />
      </div>
    </section>
  );
}
