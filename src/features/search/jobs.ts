import type { Db } from '@/server/db/client';

type Changed = Readonly<{ workspaceId: string; ticketId: string }>;

/** The same for several tickets of a workspace, in one statement. */
export async function indexTickets(
  db: Db,
  { workspaceId, ticketIds }: Readonly<{ workspaceId: string; ticketIds: readonly string[] }>,
): Promise<void> {
  await db.$queryRaw`select index_tickets(${workspaceId}::uuid, ${[...ticketIds]}::uuid[])`;
}

/**
 * Makes a ticket findable as it stands now; what is indexed already is left alone, so it may run twice and in any order.
 * False when there was nothing to do, or the ticket is gone.
 */
export async function indexTicket(db: Db, { workspaceId, ticketId }: Changed): Promise<boolean> {
  const [row] = await db.$queryRaw<{ indexed: number }[]>`
    select index_tickets(${workspaceId}::uuid, array[${ticketId}::uuid]) as indexed`;
  return row?.indexed === 1;
}

const BATCH = 200;

/** Makes all tickets of a customer findable by the name that they have now. */
export async function reindexTicketsOf(
  db: Db,
  { workspaceId, customerId }: Readonly<{ workspaceId: string; customerId: string }>,
): Promise<void> {
  const tickets = await db.ticket.findMany({
    where: { workspaceId, requesterId: customerId },
    orderBy: { activityAt: 'desc' },
    select: { id: true },
  });
  for (let start = 0; start < tickets.length; start += BATCH) {
    const ids = tickets.slice(start, start + BATCH).map(({ id }) => id);
    await db.ticketSearch.updateMany({ where: { workspaceId, ticketId: { in: ids } }, data: { version: 0 } });
    await db.$queryRaw`select index_tickets(${workspaceId}::uuid, ${ids}::uuid[])`;
  }
}
