import { mailFollowUp } from '@/features/surveys/follow-up-mail';
import type { SystemContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import type { World } from '@/server/world';

const BATCH = 200;

/** Tells whoever has a follow-up that is late, and who manages the workspace, once. Gives how many were late. */
export async function sweepFollowUps(world: World): Promise<number> {
  const late = await world.db.surveyFollowUp.findMany({
    where: { open: true, alarmedAt: null, dueAt: { lte: world.now() } },
    orderBy: { dueAt: 'asc' },
    take: BATCH,
    select: {
      workspaceId: true,
      inviteId: true,
      assigneeId: true,
      dueAt: true,
      ticket: { select: { number: true, subject: true } },
    },
  });
  for (const { workspaceId, inviteId, assigneeId, dueAt, ticket } of late) {
    const ctx: SystemContext = {
      ...world,
      workspaceId,
      actor: { kind: 'system', id: 'schedule', name: 'schedule' },
    };
    await transaction(ctx, async (tx) => {
      const { count } = await tx.surveyFollowUp.updateMany({
        where: { workspaceId, inviteId, open: true, alarmedAt: null },
        data: { alarmedAt: world.now() },
      });
      if (count === 0) return;
      const managers = await tx.membership.findMany({
        where: { workspaceId, role: 'manager', deactivatedAt: null },
        take: 20,
        select: { userId: true },
      });
      const to = [...new Set([assigneeId, ...managers.map(({ userId }) => userId)])];
      await mailFollowUp(tx, ctx, { inviteId, ...ticket, dueAt, to, late: true });
    });
  }
  return late.length;
}
