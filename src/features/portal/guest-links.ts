import type { StaffContext } from '@/server/context';

/** Until when some link shows this ticket without signing in; null when none does. The caller has seen the ticket. */
export async function guestLinksUntil(
  { db, workspaceId, now }: StaffContext,
  ticketId: string,
): Promise<Date | null> {
  const { _max } = await db.guestLink.aggregate({
    where: { workspaceId, ticketId, revokedAt: null, expiresAt: { gt: now() } },
    _max: { expiresAt: true },
  });
  return _max.expiresAt;
}
