import { useCallback, useEffect, useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import type { ChatEntry } from '@/domain/chat/protocol';
import { useHearing } from '@/ui/hearing.client';
import type { SaidPromise } from '@/ui/promise-tool';
import type { ChatNews, DeskNews } from '../desk-view';

/** A word of ours that has not come back in the conversation yet. */
export type Pending = Readonly<{
  clientId: string;
  text: string;
  attachmentIds: readonly string[];
  /** What it promises. */
  promise: SaidPromise | null;
  state: 'sending' | 'failed';
}>;

/** What is to be said. */
export type Words = Pick<Pending, 'text' | 'attachmentIds' | 'promise'>;

const TYPING_MS = 6_000;
const LOOK_AGAIN_MS = 30_000;

/** One chat, kept fresh: what was said, who types, and a way to say something. */
export function useChat(workspace: string, initial: ChatNews) {
  const { id } = initial.chat;
  const [news, setNews] = useState(initial);
  const { typing, hearTyping } = useTyping();
  const last = useRef(news.entries.at(-1)?.sequence ?? 0);
  const reload = useCallback(async () => {
    const seen = isLookedAt() ? 1 : 0;
    const url = `/api/desk/${workspace}/chats/${id}?after=${last.current}&seen=${seen}`;
    const answer = await fetch(url).catch(() => null);
    if (!answer?.ok) return;
    const fresh: ChatNews = await answer.json();
    setNews((before) => {
      const entries = merged(before.entries, fresh.entries);
      last.current = entries.at(-1)?.sequence ?? 0;
      return { chat: fresh.chat, entries };
    });
  }, [workspace, id]);
  const readSoon = useCalm(reload);
  const take = ({ entries, visitorRead, sequence }: DeskNews) => {
    const [first] = entries;
    // A gap: something was said before this stream began, and is to be asked for.
    if (first && first.sequence > last.current + 1) return void reload();
    if (first) last.current = Math.max(last.current, sequence);
    setNews((before) => ({
      chat: { ...before.chat, visitorRead, sequence },
      entries: merged(before.entries, entries),
    }));
    if (first && isLookedAt()) readSoon();
  };
  useHearing([`chat:${id}`], (_, told) => (told ? take(told as DeskNews) : void reload()));
  useHearing([`chat-types:${id}`, `chat-stops:${id}`], (topic) =>
    hearTyping(topic?.startsWith('chat-types') ?? false),
  );
  useEffect(() => {
    void reload();
    const again = setInterval(() => void reload(), LOOK_AGAIN_MS);
    const look = () => void reload();
    window.addEventListener('focus', look);
    return () => {
      clearInterval(again);
      window.removeEventListener('focus', look);
    };
  }, [reload]);
  return { ...news, typing, reload, ...useSaying({ workspace, id, entries: news.entries, reload }) };
}

const isLookedAt = () => document.visibilityState === 'visible' && document.hasFocus();

const READ_SOON_MS = 400;

/** Runs `work` a moment later, once for all wishes until then. */
function useCalm(work: () => Promise<void>): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void work(), READ_SOON_MS);
  };
}

/** Both lists by their numbers, each entry once. */
function merged(known: readonly ChatEntry[], fresh: readonly ChatEntry[]): readonly ChatEntry[] {
  const after = known.at(-1)?.sequence ?? 0;
  const added = fresh.filter(({ sequence }) => sequence > after);
  return added.length > 0 ? [...known, ...added] : known;
}

function useTyping() {
  const [typing, setTyping] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const hearTyping = (types: boolean) => {
    clearTimeout(timer.current);
    setTyping(types);
    if (types) timer.current = setTimeout(() => setTyping(false), TYPING_MS);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return { typing, hearTyping };
}

type Saying = Readonly<{
  workspace: string;
  id: string;
  entries: readonly ChatEntry[];
  reload: () => Promise<void>;
}>;

/** Says things one after the other, so that they arrive in the order in which they were written. */
function useSaying({ workspace, id, entries, reload }: Saying) {
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const line = useRef<Promise<void>>(Promise.resolve());
  const arrived = new Set(
    entries.flatMap((entry) =>
      entry.type === 'message' ? (entry.message.clientId?.split(':').at(-1) ?? []) : [],
    ),
  );
  const deliver = (word: Pending) => {
    const { clientId, text, attachmentIds, promise } = word;
    line.current = line.current.then(async () => {
      const sent = await post(`/api/desk/${workspace}/chats/${id}/messages`, {
        clientId,
        text,
        attachmentIds,
        ...(promise && { promise: { about: promise.about, dueAt: promise.dueAt } }),
      });
      // It stands among the pending until it has come back in the conversation.
      if (sent) void reload();
      else
        setPending((all) =>
          all.map((each) => (each.clientId === clientId ? { ...each, state: 'failed' } : each)),
        );
    });
  };
  return {
    pending: pending.filter(({ clientId }) => !arrived.has(clientId)),
    say({ text, attachmentIds, promise }: Words) {
      const clientId = newId();
      const word: Pending = { clientId, text, attachmentIds, promise, state: 'sending' };
      setPending((all) => [...all, word]);
      deliver(word);
    },
    sayAgain(word: Pending) {
      setPending((all) =>
        all.map((each) => (each.clientId === word.clientId ? { ...each, state: 'sending' } : each)),
      );
      deliver(word);
    },
  };
}

/** Tries three times, since the same `clientId` is never said twice. */
async function post(url: string, body: unknown): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => null);
    if (answer?.ok) return true;
    if (answer && answer.status < 500) return false;
    await new Promise((done) => setTimeout(done, 400 * 2 ** attempt));
  }
  return false;
}
