import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/**
 * Ends every sign-in to the portal and every link to a request of these customers: who has signed in by an address that is
 * theirs no longer must not read on as them. Whoever still has one of their addresses signs in anew, and the next mail
 * brings a new link.
 */
export async function shutPortal(
  tx: Tx,
  { workspaceId, now }: Pick<Context, 'workspaceId' | 'now'>,
  customerIds: readonly string[],
): Promise<void> {
  const customerId = { in: [...customerIds] };
  await tx.customerSession.updateMany({
    where: { workspaceId, customerId, revokedAt: null },
    data: { revokedAt: now() },
  });
  await tx.guestLink.deleteMany({ where: { workspaceId, customerId, revokedAt: null } });
}
