import { type Colleague, DOING } from '@/domain/ticket/presence';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

const MOST = 20;

/** Who else has this ticket open now, who came first; for whoever may see the ticket. */
export async function colleaguesOn(
  { db, workspaceId, actor, now }: Omit<StaffContext, 'db'> & Readonly<{ db: Tx }>,
  ticketId: string,
): Promise<readonly Colleague[]> {
  const rows = await db.ticketPresence.findMany({
    where: {
      ...{ workspaceId, ticketId, until: { gt: now() } },
      ...(actor.id && { userId: { not: actor.id } }),
    },
    orderBy: [{ since: 'asc' }, { userId: 'asc' }],
    take: MOST,
    select: {
      ...{ userId: true, doing: true, since: true },
      membership: { select: { user: { select: { name: true } } } },
    },
  });
  return rows.map(({ userId, doing, since, membership }) => ({
    id: userId,
    name: membership.user.name,
    doing: DOING.find((each) => each === doing) ?? 'viewing',
    since: since.toISOString(),
  }));
}
