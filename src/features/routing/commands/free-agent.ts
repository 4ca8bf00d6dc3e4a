import { agentIsFree } from '@/features/routing/jobs';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { enqueue } from '@/server/jobs/enqueue';
import { announce, routingTopic } from '@/server/live/announce';

/** Somebody left the telephone: they get what waits, and whoever looks at the load sees it. */
export async function freeAgent(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  userId: string,
): Promise<void> {
  await enqueue(tx, agentIsFree, { workspaceId, userId });
  await announce(tx, [routingTopic(workspaceId)]);
}
