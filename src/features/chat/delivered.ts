import type { Db } from '@/server/db/client';
import { chatTopic } from '@/server/live/announce';
import { log } from '@/server/log';

const EVERY_MS = 250;

type Delivered = Readonly<{ workspaceId: string; sessionId: string; sequence: number }>;
const kept = globalThis as { kalauzDelivered?: Map<string, Delivered> };

/**
 * Somebody's screen shows a chat up to this entry. All chats of this process are written down together, four times a
 * second: that words have come through must not cost a row each.
 */
export function noteDelivered(db: Db, delivered: Delivered): void {
  kept.kalauzDelivered ??= new Map();
  const waiting = kept.kalauzDelivered;
  if (waiting.size === 0) setTimeout(() => void writeDown(db), EVERY_MS).unref();
  waiting.set(delivered.sessionId, delivered);
}

async function writeDown(db: Db): Promise<void> {
  const all = [...(kept.kalauzDelivered?.values() ?? [])];
  kept.kalauzDelivered?.clear();
  const workspaces = all.map(({ workspaceId }) => workspaceId);
  const ids = all.map(({ sessionId }) => sessionId);
  const sequences = all.map(({ sequence }) => sequence);
  const topics = all.map(({ workspaceId, sessionId }) => chatTopic(workspaceId, sessionId));
  try {
    await db.$executeRaw`
      with shown as (
        select * from unnest(${workspaces}::uuid[], ${ids}::uuid[], ${sequences}::int[], ${topics}::text[])
          as shown("workspaceId", id, sequence, topic)),
      marked as (
        update "ChatSession" s set "agentDeliveredSequence" = least(s.sequence, shown.sequence)
        from shown
        where s."workspaceId" = shown."workspaceId" and s.id = shown.id
          and s."agentDeliveredSequence" < least(s.sequence, shown.sequence) returning shown.topic)
      select pg_notify('live', topic) from marked`;
  } catch (error) {
    log().warn({ error }, 'chat: what has come through could not be written down');
  }
}
