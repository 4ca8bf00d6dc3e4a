import type { MissingField } from '@/domain/field/field';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** The open items of the checklists that this ticket has to finish before it is solved, by id and words. In one query. */
export async function openItems(tx: Tx, { workspaceId }: Context, ticketId: string): Promise<MissingField[]> {
  const items = await tx.checklistItem.findMany({
    where: { workspaceId, doneAt: null, checklist: { ticketId, required: true } },
    select: { id: true, text: true },
    orderBy: [{ checklistId: 'asc' }, { position: 'asc' }],
    take: 20,
  });
  return items.map(({ id, text }) => ({ key: id, names: { en: text } }));
}
