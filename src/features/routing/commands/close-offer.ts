import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** Whoever was given this live work has taken it: it does not go back to the queue any more. */
export async function closeOffer(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  ticketId: string,
): Promise<void> {
  await tx.routedTicket.updateMany({
    where: { workspaceId, ticketId, answerBy: { not: null } },
    data: { answerBy: null },
  });
}
