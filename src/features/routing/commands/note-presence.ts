import { agentIsFree } from '@/features/routing/jobs';
import { routingSettings } from '@/features/routing/settings';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';
import { announce, routingTopic } from '@/server/live/announce';

const MINUTE = 60_000;

/**
 * A live connection of this person is there. They count as gone some minutes after the last such sign, and as before once
 * they are back. Writes at most once a minute.
 */
export async function notePresence(ctx: StaffContext): Promise<void> {
  const { workspaceId, db } = ctx;
  const { id: userId } = ctx.actor;
  if (userId === null) return;
  const row = await db.availability.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } });
  if (!row || row.state === 'offline') return;
  const { offlineAfterMinutes } = await routingSettings(db, workspaceId);
  const at = ctx.now();
  const leavesAt = new Date(at.getTime() + offlineAfterMinutes * MINUTE);
  const isBack = row.absentSince !== null;
  const isFresh = row.leavesAt !== null && leavesAt.getTime() - row.leavesAt.getTime() < MINUTE;
  if (!isBack && isFresh) return;
  await transaction(ctx, async (tx) => {
    const seen = await tx.availability.updateMany({
      where: { workspaceId, userId, state: row.state },
      data: { leavesAt, absentSince: null },
    });
    if (!isBack || seen.count === 0) return;
    if (row.state === 'online') await enqueue(tx, agentIsFree, { workspaceId, userId });
    await announce(tx, [routingTopic(workspaceId)]);
  });
}
