import type { Db } from '@/server/db/client';
import { log } from '@/server/log';

const EVERY_MS = 25_000;

type Shown = Readonly<{ workspaceId: string; sessionId: string }>;
type Present = {
  sessions: Map<string, Shown & { streams: number }>;
  timer: ReturnType<typeof setInterval> | null;
};
const kept = globalThis as { kalauzChatPresence?: Present };

function present(): Present {
  kept.kalauzChatPresence ??= { sessions: new Map(), timer: null };
  return kept.kalauzChatPresence;
}

/**
 * Notes that a browser shows this chat, until the returned function is called. All chats of this process are written down
 * together, every 25 seconds: that a visitor is there must not cost a row per beat.
 */
export function showsChat(db: Db, shown: Shown): () => void {
  const { sessions, ...state } = present();
  const known = sessions.get(shown.sessionId) ?? { ...shown, streams: 0 };
  known.streams += 1;
  sessions.set(shown.sessionId, known);
  if (!state.timer)
    present().timer = setInterval(() => void writeDown(db, [...sessions.values()]), EVERY_MS).unref();
  void writeDown(db, [shown]);
  return () => {
    known.streams -= 1;
    if (known.streams === 0) sessions.delete(shown.sessionId);
  };
}

async function writeDown(db: Db, shown: readonly Shown[]): Promise<void> {
  if (shown.length === 0) return;
  const [workspaces, ids] = [shown.map((each) => each.workspaceId), shown.map((each) => each.sessionId)];
  try {
    await db.$executeRaw`
      update "ChatSession" s set "visitorSeenAt" = greatest(s."visitorSeenAt", now())
      from unnest(${workspaces}::uuid[], ${ids}::uuid[]) as shown("workspaceId", id)
      where s."workspaceId" = shown."workspaceId" and s.id = shown.id and s.state <> 'ended'`;
  } catch (error) {
    log().warn({ error }, 'chat: who is there could not be written down');
  }
}
