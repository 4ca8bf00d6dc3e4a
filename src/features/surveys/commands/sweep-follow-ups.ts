import { mailFollowUp } from '@/features/surveys/follow-up-mail';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import type { World } from '@/server/world';

const BATCH = 200;

/** Tells whoever has a late follow-up now, and who manages the workspace, once. Gives how many were late. */
export async function sweepFollowUps(world: World): Promise<number> {
  const late = await world.db.surveyFollowUp.findMany({
    where: { open: true, alarmedAt: null, dueAt: { lte: world.now() } },
    orderBy: { dueAt: 'asc' },
    take: BATCH,
    select: {
      workspaceId: true,
      inviteId: true,
      dueAt: true,
      invite: { select: { agentId: true } },
      ticket: { select: { number: true, subject: true, assigneeId: true } },
    },
  });
  for (const { workspaceId, inviteId, invite, dueAt, ticket } of late) {
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
      const to = new Set([ticket.assigneeId, ...(await overseersOf(tx, ctx, invite.agentId))]);
      const { number, subject } = ticket;
      await mailFollowUp(tx, ctx, { inviteId, number, subject, dueAt, to: [...to], late: true });
    });
  }
  return late.length;
}

/** The managers, without whom it is about; where there are none, whoever runs the workspace. */
async function overseersOf(
  tx: Tx,
  { workspaceId }: SystemContext,
  ratedId: string | null,
): Promise<string[]> {
  const people = await tx.membership.findMany({
    where: {
      workspaceId,
      role: { in: ['manager', 'admin', 'owner'] },
      deactivatedAt: null,
      ...(ratedId && { userId: { not: ratedId } }),
    },
    orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
    take: 100,
    select: { userId: true, role: true },
  });
  const managers = people.filter(({ role }) => role === 'manager');
  return (managers.length > 0 ? managers : people).slice(0, 20).map(({ userId }) => userId);
}
