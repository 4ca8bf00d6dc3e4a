import { fail, ok, type Result } from '@/domain/shared/result';
import { itemToChange } from '@/features/checklists/store';
import { recordFactIn } from '@/features/tickets/commands/record-fact';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Removed = Readonly<{ checklistId: string; text: string; position: number; done: boolean }>;

/** Takes an item off its checklist; gives what it takes to put it back. */
export function removeItem(
  ctx: StaffContext,
  { itemId }: Readonly<{ itemId: string }>,
): Promise<Result<Removed, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    const found = await itemToChange(tx, ctx, itemId);
    if (!found) return fail({ code: 'not_found' });
    const { list, item } = found;
    const { count } = await tx.checklistItem.deleteMany({
      where: { workspaceId: ctx.workspaceId, id: itemId },
    });
    if (count === 0) return fail({ code: 'not_found' });
    const { id: checklistId, ticketId, title, items } = list;
    const { text, doneAt } = item;
    const event = { type: 'checklist.item_removed', checklistId, title, itemId, text } as const;
    await recordFactIn(tx, ctx, { ticketId, event });
    return ok({ checklistId, text, position: items.indexOf(item), done: doneAt !== null });
  });
}
