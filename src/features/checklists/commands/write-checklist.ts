import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** A checklist that is about to stand on a ticket. */
export type NewChecklist = Readonly<{
  id: string;
  title: string;
  required: boolean;
  items: readonly string[];
}>;

const MOST = 20;

/** Writes a checklist with its items, none of them ticked, in the caller's transaction. The history is the caller's to write. */
export async function writeChecklist(
  tx: Tx,
  ctx: Context,
  { ticketId, list: { items, ...list } }: Readonly<{ ticketId: string; list: NewChecklist }>,
): Promise<void> {
  const { workspaceId } = ctx;
  await tx.checklist.create({
    data: { ...list, workspaceId, ticketId, createdAt: ctx.now() },
    select: { id: true },
  });
  await tx.checklistItem.createMany({
    data: items.map((text, index) => ({
      ...{ workspaceId, id: ctx.newId(), checklistId: list.id, text, position: index + 1 },
    })),
  });
}

/** How many checklists a ticket can still take; there can be twenty. */
export async function roomForChecklists(tx: Tx, { workspaceId }: Context, ticketId: string): Promise<number> {
  return Math.max(0, MOST - (await tx.checklist.count({ where: { workspaceId, ticketId } })));
}
