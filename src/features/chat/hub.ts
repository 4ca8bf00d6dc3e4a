import { type ChatNews, readNews, type Wanted } from '@/features/chat/news';
import type { Db } from '@/server/db/client';
import { chatTopic } from '@/server/live/announce';
import { liveFeed } from '@/server/live/listen';
import { log } from '@/server/log';

/** Somebody who follows a chat: what is read begins after `after`, the last entry that they know. */
export type Follower = { after: number; hear: (news: ChatNews) => void };

type Chat = Readonly<{ workspaceId: string; followers: Set<Follower>; leave: () => void }>;
type Asked = Wanted &
  Readonly<{ resolve: (news: ChatNews | null) => void; reject: (error: unknown) => void }>;
type Hub = { chats: Map<string, Chat>; dirty: Set<string>; asked: Asked[]; reading: boolean };

const kept = globalThis as { kalauzChatHub?: Hub };
const AGAIN_MS = 500;
const MOST_AT_ONCE = 200;

function hub(): Hub {
  kept.kalauzChatHub ??= { chats: new Map(), dirty: new Set(), asked: [], reading: false };
  return kept.kalauzChatHub;
}

type Place = Readonly<{ workspaceId: string; sessionId: string }>;

/**
 * Follows a chat: after each notice it is read once for all who follow it in this process, together with all other chats
 * of which notices came meanwhile. Returns how to have it read now, and how to stop.
 */
export function followChat(db: Db, { workspaceId, sessionId }: Place, follower: Follower) {
  const { chats } = hub();
  const wake = () => {
    hub().dirty.add(sessionId);
    void readOn(db);
  };
  const chat: Chat = chats.get(sessionId) ?? {
    workspaceId,
    followers: new Set(),
    leave: liveFeed().subscribe([chatTopic(workspaceId, sessionId)], wake),
  };
  chats.set(sessionId, chat);
  chat.followers.add(follower);
  return {
    wake,
    stop: () => {
      chat.followers.delete(follower);
      if (chat.followers.size > 0) return;
      chat.leave();
      chats.delete(sessionId);
    },
  };
}

/** How a chat stands now and what was said after an entry, read together with what others want; null when it is gone. */
export function askForNews(db: Db, wanted: Wanted): Promise<ChatNews | null> {
  return new Promise((resolve, reject) => {
    hub().asked.push({ ...wanted, resolve, reject });
    void readOn(db);
  });
}

/** One reading at a time: what comes meanwhile is read together afterwards, so that a flood makes few statements. */
async function readOn(db: Db): Promise<void> {
  const state = hub();
  if (state.reading) return;
  state.reading = true;
  // What the same commit tells comes in one go; a turn of the loop gathers it.
  await new Promise((done) => setImmediate(done));
  while (state.dirty.size > 0 || state.asked.length > 0) await readOnce(db, state);
  state.reading = false;
}

async function readOnce(db: Db, { chats, dirty, asked }: Hub): Promise<void> {
  const ids = [...dirty].slice(0, MOST_AT_ONCE);
  for (const id of ids) dirty.delete(id);
  const questions = asked.splice(0, MOST_AT_ONCE);
  const followed = ids.flatMap((sessionId) => {
    const chat = chats.get(sessionId);
    if (!chat) return [];
    const after = Math.min(...[...chat.followers].map((each) => each.after));
    return [{ workspaceId: chat.workspaceId, sessionId, after }];
  });
  try {
    const found = await readNews(db, wantedOf([...followed, ...questions]));
    const news = new Map(found.map((each) => [each.sessionId, each]));
    for (const { sessionId } of followed) tell(chats.get(sessionId), news.get(sessionId));
    for (const { resolve, sessionId, after } of questions) resolve(since(news.get(sessionId), after));
  } catch (error) {
    for (const { reject } of questions) reject(error);
    log().error({ error }, 'chat: what is new could not be read');
    await new Promise((done) => setTimeout(done, AGAIN_MS));
    for (const { sessionId } of followed) dirty.add(sessionId);
  }
}

/** Each chat once, from the earliest entry on that anybody wants. */
function wantedOf(all: readonly Wanted[]): Wanted[] {
  const byId = new Map<string, Wanted>();
  for (const { workspaceId, sessionId, after } of all) {
    const known = byId.get(sessionId);
    byId.set(sessionId, { workspaceId, sessionId, after: Math.min(after, known?.after ?? after) });
  }
  return [...byId.values()];
}

const since = (news: ChatNews | undefined, after: number): ChatNews | null =>
  news ? { ...news, entries: news.entries.filter(({ sequence }) => sequence > after) } : null;

function tell(chat: Chat | undefined, news: ChatNews | undefined): void {
  if (!chat || !news) return;
  for (const follower of [...chat.followers]) {
    const own = since(news, follower.after);
    try {
      if (own) follower.hear(own);
    } catch (error) {
      log().error({ error }, 'chat: a stream could not be continued');
    }
  }
}
