'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/ui/button';
import type { ChatNews } from '../desk-view';
import { ChatBar } from './chat-bar.client';
import { ChatComposer } from './chat-composer.client';
import { useChats } from './chats-provider.client';
import type { TeamChoice } from './hand-over.client';
import { type Pending, useChat } from './use-chat';

type Props = Readonly<{
  workspace: string;
  news: ChatNews;
  teams: readonly TeamChoice[];
  mayReply: boolean;
  /** The composer for mails and notes. */
  children: ReactNode;
}>;

/** A ticket's chat under its timeline: while it goes on one writes in it, and on wish a mail or a note instead. */
export function ChatOnTicket({ workspace, news, teams, mayReply, children }: Props) {
  const t = useTranslations('chat');
  const { chat, typing, pending, say, sayAgain, reload } = useChat(workspace, news);
  const { reload: reloadList } = useChats();
  const [otherwise, setOtherwise] = useState(false);
  const isOver = chat.state === 'ended';
  const changed = () => {
    void reload();
    reloadList();
  };
  return (
    <>
      <ChatBar workspace={workspace} chat={chat} teams={teams} mayReply={mayReply} onChanged={changed}>
        {!isOver && mayReply && (
          <Button size="sm" variant="ghost" onClick={() => setOtherwise(!otherwise)}>
            {t(otherwise ? 'composer.chatInstead' : 'composer.mailInstead')}
          </Button>
        )}
      </ChatBar>
      {!isOver && (
        <p aria-live="polite" className="min-h-6 px-4 pt-1 text-ink-soft text-sm">
          {typing ? t('visitor.typing', { name: chat.name }) : ''}
        </p>
      )}
      <OnTheWay pending={pending} onAgain={sayAgain} />
      {isOver || otherwise || !mayReply ? (
        children
      ) : (
        <ChatComposer workspace={workspace} chat={chat} onSay={say} />
      )}
    </>
  );
}

type WayProps = Readonly<{ pending: readonly Pending[]; onAgain: (word: Pending) => void }>;

function OnTheWay({ pending, onAgain }: WayProps) {
  const t = useTranslations('chat.composer');
  if (pending.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 px-4 py-1">
      {pending.map((word) => (
        <li key={word.clientId} className="flex items-center justify-end gap-2 text-sm">
          <span className="min-w-0 truncate text-ink-soft">{word.text}</span>
          {word.state === 'sending' ? (
            <span className="shrink-0 text-ink-soft">{t('sending')}</span>
          ) : (
            <Button variant="link" size="sm" onClick={() => onAgain(word)}>
              {t('notSent')} · {t('again')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
