import type { Db } from '@/server/db/client';

type Changed = Readonly<{ workspaceId: string; ticketId: string }>;

/**
 * Makes a ticket findable as it stands now; what is indexed already is left alone, so it may run twice and in any order.
 * False when there was nothing to do, or the ticket is gone.
 */
export async function indexTicket(db: Db, { workspaceId, ticketId }: Changed): Promise<boolean> {
  const [row] = await db.$queryRaw<{ indexed: number }[]>`
    select index_tickets(${workspaceId}::uuid, array[${ticketId}::uuid]) as indexed`;
  return row?.indexed === 1;
}
