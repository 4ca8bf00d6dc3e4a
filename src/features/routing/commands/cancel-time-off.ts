import { fail, ok, type Result } from '@/domain/shared/result';
import type { TimeOffIdInput } from '@/features/routing/inputs';
import { agentIsFree } from '@/features/routing/jobs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';
import { announce, routingTopic } from '@/server/live/announce';
import { mayPlanFor } from './plan-time-off';

type Refused = Readonly<{ code: 'not_found' }>;

/** Takes planned days off back: the member is there after all. */
export function cancelTimeOff(
  ctx: StaffContext,
  { timeOffId }: TimeOffIdInput,
): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const key = { workspaceId_id: { workspaceId, id: timeOffId } };
    const planned = await tx.timeOff.findUnique({ where: key, select: { userId: true } });
    if (!planned || !mayPlanFor(ctx, planned.userId)) return fail({ code: 'not_found' });
    await tx.timeOff.delete({ where: key });
    await enqueue(tx, agentIsFree, { workspaceId, userId: planned.userId });
    await announce(tx, [routingTopic(workspaceId)]);
    return ok(null);
  });
}
