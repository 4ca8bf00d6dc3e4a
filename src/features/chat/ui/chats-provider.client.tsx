'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useHearing } from '@/ui/hearing.client';
import type { ChatList } from '../desk-view';
import { ring, useSound } from './sound';

const NONE: ChatList = { mine: [], waiting: [] };
const CALM_MS = 250;
/** Who is there shows itself by time alone. */
const LOOK_AGAIN_MS = 30_000;

type Chats = ChatList & Readonly<{ workspace: string; reload: () => void }>;
const Context = createContext<Chats>({ ...NONE, workspace: '', reload: () => undefined });

/** The reader's chats and those that wait, wherever the page shows them. */
export const useChats = (): Chats => useContext(Context);

type Props = Readonly<{ workspace: string; initial: ChatList; children: ReactNode }>;

/** Keeps the list of chats fresh, and says so when the reader looks elsewhere: in the title, and by a sound on wish. */
export function ChatsProvider({ workspace, initial, children }: Props) {
  const [list, setList] = useState(initial);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const reload = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const answer = await fetch(`/api/desk/${workspace}/chats`).catch(() => null);
      if (answer?.ok) setList(await answer.json());
    }, CALM_MS);
  }, [workspace]);
  useHearing(['chats', 'chat-queues'], reload);
  useEffect(() => {
    const again = setInterval(reload, LOOK_AGAIN_MS);
    return () => {
      clearInterval(again);
      clearTimeout(timer.current);
    };
  }, [reload]);
  useNews(list);
  return <Context value={{ ...list, workspace, reload }}>{children}</Context>;
}

/** How many things want the reader: words that they have not seen, and chats that are offered to them. */
const newsIn = ({ mine }: ChatList) =>
  mine.reduce((sum, { unread, answerBy }) => sum + unread + (answerBy ? 1 : 0), 0);

function useNews(list: ChatList): void {
  const t = useTranslations('chat.notice');
  const count = newsIn(list);
  const before = useRef(count);
  const { on } = useSound();
  useEffect(() => {
    if (count > before.current && on) ring();
    before.current = count;
  }, [count, on]);
  useEffect(() => {
    if (count === 0) return;
    const rest = document.title;
    const show = () => {
      document.title = document.hidden ? t('title', { count, rest }) : rest;
    };
    show();
    document.addEventListener('visibilitychange', show);
    return () => {
      document.removeEventListener('visibilitychange', show);
      if (document.title !== rest && document.title.endsWith(rest)) document.title = rest;
    };
  }, [count, t]);
}
