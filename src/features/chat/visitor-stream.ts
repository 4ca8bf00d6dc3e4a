import type { ChatSession } from '@/domain/chat/protocol';
import { entryOf, visitorFiles } from '@/features/chat/entries';
import { followChat } from '@/features/chat/hub';
import { type ChatNews, MOST_ENTRIES } from '@/features/chat/news';
import { showsChat } from '@/features/chat/presence';
import { type SessionView, viewOfNews } from '@/features/chat/session-view';
import type { VisitorContext } from '@/features/chat/visitor';
import { chatQueueTopic, chatTypingTopic } from '@/server/live/announce';
import { eventStream } from '@/server/live/event-stream';
import { liveFeed } from '@/server/live/listen';
import { log } from '@/server/log';

type Stream = Readonly<{
  sessionId: string;
  after: number;
  signal: AbortSignal;
  stillWelcome: () => Promise<boolean>;
  /** Ends after the first news: see `eventStream`. */
  inTurns?: boolean;
}>;
type Send = (event: string, data: string, id?: string) => void;

/** A stream ends after this time and is opened again: proxies and phones end it sooner or later anyway. */
const LONGEST_MS = 55 * 60_000;
/** Everybody in a queue hears of each change of it; they are told their place no more often than this. */
const QUEUE_MS = 1_000;
/** Windows and half-dead connections of one visitor; each stream costs the database a question per notice. */
const MOST_STREAMS = 30;
const open = new Map<string, number>();

/** Whether one more stream of this chat may be opened in this process. */
export const mayListen = (sessionId: string): boolean => (open.get(sessionId) ?? 0) < MOST_STREAMS;

function count(sessionId: string, step: 1 | -1): void {
  const streams = (open.get(sessionId) ?? 0) + step;
  if (streams > 0) open.set(sessionId, streams);
  else open.delete(sessionId);
}

/**
 * What happens in a chat, as server-sent events. Notices say only that something has happened; what, is read from the
 * conversation itself, from the last entry on that was sent: so nothing is lost, doubled or out of order, whatever became
 * of the notice.
 */
export function visitorStream(ctx: VisitorContext, { sessionId, after, ...connection }: Stream): Response {
  return eventStream({
    ...connection,
    longestMs: LONGEST_MS,
    start: (send) => follow(ctx, { sessionId, after, send }),
  });
}

type Following = Readonly<{ sessionId: string; after: number; send: Send }>;

function follow(ctx: VisitorContext, { sessionId, after, send }: Following): () => void {
  const { workspaceId, account } = ctx;
  const state: State = { last: after, told: '', agent: null, over: false };
  let line: Promise<void> = Promise.resolve();
  const follower = {
    after,
    hear: (news: ChatNews) => {
      follower.after = Math.max(follower.after, news.row.sequence);
      line = line
        .then(() => catchUp(ctx, news, { send, state }))
        .catch((error: unknown) => log().error({ error }, 'chat: a stream could not be continued'));
    },
  };
  const chat = followChat(ctx.db, { workspaceId, sessionId }, follower);
  const later = calm(chat.wake, QUEUE_MS);
  const typing = (value: boolean) => () =>
    state.agent && send('typing', JSON.stringify({ person: state.agent, typing: value }));
  const ears: readonly (readonly [string, () => void])[] = [
    [chatQueueTopic(workspaceId, account.id), later],
    [chatTypingTopic(workspaceId, sessionId, 'agent', true), typing(true)],
    [chatTypingTopic(workspaceId, sessionId, 'agent', false), typing(false)],
  ];
  const leave = ears.map(([topic, hear]) =>
    liveFeed().subscribe([topic], (heard) => (heard === null ? chat.wake() : hear())),
  );
  const gone = showsChat(ctx.db, { workspaceId, sessionId });
  count(sessionId, 1);
  chat.wake();
  return () => {
    state.over = true;
    count(sessionId, -1);
    gone();
    chat.stop();
    for (const each of leave) each();
  };
}

type State = { last: number; told: string; agent: ChatSession['agent']; over: boolean };
type Reading = Readonly<{ send: Send; state: State }>;

/** Sends how the session stands where that is new, and every entry after the last one that was sent. */
async function catchUp(ctx: VisitorContext, news: ChatNews, { send, state }: Reading): Promise<void> {
  const view = await viewOfNews(ctx.db, ctx.account, news);
  if (state.over) return;
  if (view.sequence - state.last > MOST_ENTRIES) {
    state.last = view.sequence;
    send('resync', 'null');
  }
  tell(view, { send, state });
  const address = visitorFiles(ctx.account, ctx.now());
  for (const row of news.entries) {
    if (row.sequence <= state.last) continue;
    state.last = row.sequence;
    send('entry', JSON.stringify(entryOf(row, address)), String(row.sequence));
  }
}

function tell({ session }: SessionView, { send, state }: Reading): void {
  const { version: _, ...rest } = session;
  const now = JSON.stringify(rest);
  state.agent = session.agent;
  if (now === state.told) return;
  state.told = now;
  send('session', JSON.stringify(session));
}

/** Runs `work` at most once in `ms`, the last time included. */
function calm(work: () => void, ms: number): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      work();
    }, ms).unref();
  };
}
