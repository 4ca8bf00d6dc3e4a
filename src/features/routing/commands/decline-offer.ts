import type { StaffContext, SystemContext } from '@/server/context';
import { returnUnanswered } from './return-unanswered';

/** A member does not take live work that they were given: it goes on to the next one at once. False when it is not theirs. */
export async function declineOffer(ctx: StaffContext, ticketId: string): Promise<boolean> {
  const { workspaceId, actor, db, now, newId } = ctx;
  if (!actor.id) return false;
  const { count } = await db.routedTicket.updateMany({
    where: { workspaceId, ticketId, routedToId: actor.id, answerBy: { not: null } },
    data: { answerBy: now() },
  });
  if (count === 0) return false;
  const system: SystemContext = {
    workspaceId,
    db,
    now,
    newId,
    actor: { kind: 'system', id: 'routing', name: 'routing' },
  };
  return returnUnanswered(system, ticketId);
}
