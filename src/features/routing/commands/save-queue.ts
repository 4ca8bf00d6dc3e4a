import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { QueueInput } from '@/features/routing/inputs';
import { queueChanged } from '@/features/routing/jobs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';
import { announce, routingTopic } from '@/server/live/announce';

type Refused = Readonly<{ code: 'not_found' }>;

/** Sets how a team's waiting tickets find somebody. What waits already is looked at at once. */
export function saveQueue(
  ctx: StaffContext,
  { teamId, ...rules }: QueueInput,
): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
    const team = await tx.team.findUnique({
      where: { workspaceId_id: { workspaceId, id: teamId } },
      select: { name: true },
    });
    if (!team) return fail({ code: 'not_found' });
    const set = { ...rules, updatedAt: ctx.now() };
    await tx.routingQueue.upsert({
      where: { workspaceId_teamId: { workspaceId, teamId } },
      create: { workspaceId, teamId, ...set },
      update: set,
    });
    await recordAudit(tx, ctx, { action: 'queue.changed', target: team.name, data: { mode: rules.mode } });
    await enqueue(tx, queueChanged, { workspaceId, teamId });
    await announce(tx, [routingTopic(workspaceId)]);
    return ok(null);
  });
}
