import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Taken = Readonly<{ id: string; title: string }>;

/**
 * Takes those of these checklists off their ticket of which nothing is ticked yet, in the caller's transaction; gives which
 * they were. The history is the caller's to write.
 */
export async function takeBackUnbegun(
  tx: Tx,
  { workspaceId }: Context,
  { ticketId, ids }: Readonly<{ ticketId: string; ids: readonly string[] }>,
): Promise<readonly Taken[]> {
  if (ids.length === 0) return [];
  const where = {
    ...{ workspaceId, ticketId, id: { in: [...ids] } },
    items: { none: { doneAt: { not: null } } },
  };
  const lists = await tx.checklist.findMany({ where, select: { id: true, title: true } });
  await tx.checklist.deleteMany({ where: { workspaceId, id: { in: lists.map(({ id }) => id) } } });
  return lists;
}
