import type { Context } from '@/server/context';
import { chatTypingTopic } from '@/server/live/announce';

type Typing = Readonly<{ sessionId: string; side: 'visitor' | 'agent'; typing: boolean }>;

/** Says that one side types or has stopped. Nothing is stored: who is not there to hear it, never knows. */
export async function tellTyping(
  { db, workspaceId }: Pick<Context, 'db' | 'workspaceId'>,
  { sessionId, side, typing }: Typing,
): Promise<void> {
  await db.$queryRaw`select pg_notify('live', ${chatTypingTopic(workspaceId, sessionId, side, typing)})::text`;
}
