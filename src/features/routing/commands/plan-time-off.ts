import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { TimeOffInput } from '@/features/routing/inputs';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { announce, routingTopic } from '@/server/live/announce';

type Refused = Readonly<{ code: 'not_found' | 'forbidden' }>;

const asDate = (day: string) => new Date(`${day}T00:00:00Z`);

/** Plans days on which a member is not there, for oneself or, where one may, for others; with who stands in. */
export function planTimeOff(
  ctx: StaffContext,
  { userId = ctx.actor.id ?? undefined, fromOn, untilOn, substituteId, note }: TimeOffInput,
): Promise<Result<Readonly<{ timeOffId: string }>, Refused>> {
  if (!userId || !mayPlanFor(ctx, userId)) return Promise.resolve(fail({ code: 'forbidden' }));
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const people = substituteId === null ? [userId] : [userId, substituteId];
    if (substituteId === userId || !(await areMembers(tx, ctx, people))) return fail({ code: 'not_found' });
    const id = ctx.newId();
    const days = { fromOn: asDate(fromOn), untilOn: asDate(untilOn) };
    await tx.timeOff.create({
      data: { workspaceId, id, userId, ...days, substituteId, note, createdAt: ctx.now() },
    });
    await announce(tx, [routingTopic(workspaceId)]);
    return ok({ timeOffId: id });
  });
}

/** One's own days, or those of others for whoever leads. */
export const mayPlanFor = ({ actor }: StaffContext, userId: string): boolean =>
  userId === actor.id ? may(actor, 'ticket.read') : may(actor, 'availability.manage');

async function areMembers(tx: Tx, { workspaceId }: StaffContext, ids: readonly string[]): Promise<boolean> {
  const here = await tx.membership.count({
    where: { workspaceId, userId: { in: [...ids] }, deactivatedAt: null },
  });
  return here === ids.length;
}
