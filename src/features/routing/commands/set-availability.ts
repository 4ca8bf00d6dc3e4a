import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { AvailabilityInput } from '@/features/routing/inputs';
import { agentIsFree } from '@/features/routing/jobs';
import { routingSettings } from '@/features/routing/settings';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';
import { announce, routingTopic } from '@/server/live/announce';

type Refused = Readonly<{ code: 'not_found' | 'forbidden' }>;

const MINUTE = 60_000;

/**
 * Says whether a member takes work: the person themselves, or whoever may do so for others. Also a sign of life: without a
 * live connection they count as gone some minutes later.
 */
export function setAvailability(
  ctx: StaffContext,
  { userId = ctx.actor.id ?? undefined, state }: AvailabilityInput,
): Promise<Result<null, Refused>> {
  const { workspaceId } = ctx;
  const isOwn = userId === ctx.actor.id;
  if (!userId || !may(ctx.actor, isOwn ? 'ticket.reply' : 'availability.manage')) {
    return Promise.resolve(fail({ code: 'forbidden' }));
  }
  return transaction(ctx, async (tx) => {
    const member = await tx.membership.findFirst({
      where: { workspaceId, userId, deactivatedAt: null },
      select: { availability: { select: { state: true, absentSince: true } } },
    });
    if (!member) return fail({ code: 'not_found' });
    const { offlineAfterMinutes } = await routingSettings(tx, workspaceId);
    const at = ctx.now();
    const before = member.availability;
    const leavesAt = state === 'offline' ? null : new Date(at.getTime() + offlineAfterMinutes * MINUTE);
    const same = before?.state === state && before.absentSince === null;
    const set = { state, leavesAt, absentSince: null, ...(!same && { since: at }) };
    await tx.availability.upsert({
      where: { workspaceId_userId: { workspaceId, userId } },
      create: { workspaceId, userId, since: at, ...set },
      update: set,
    });
    if (same) return ok(null);
    if (state === 'online') await enqueue(tx, agentIsFree, { workspaceId, userId });
    await announce(tx, [routingTopic(workspaceId)]);
    return ok(null);
  });
}
