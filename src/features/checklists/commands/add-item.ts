import { fail, ok, type Result } from '@/domain/shared/result';
import type { AddItemInput } from '@/features/checklists/inputs';
import { checklistToChange, saveOrder, tick } from '@/features/checklists/store';
import { recordFactIn } from '@/features/tickets/commands/record-fact';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

const MOST = 100;
type Added = Readonly<{ ticketId: string; checklistId: string; itemId: string }>;

/** Puts an item on a checklist, of which there can be a hundred. */
export function addItem(
  ctx: StaffContext,
  { checklistId, text, position, done }: AddItemInput,
): Promise<Result<Added, Readonly<{ code: 'not_found' | 'checklist.full' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const list = await checklistToChange(tx, ctx, checklistId);
    if (!list) return fail({ code: 'not_found' });
    if (list.items.length >= MOST) return fail({ code: 'checklist.full' });
    const itemId = ctx.newId();
    const at = position ?? list.items.length;
    await tx.checklistItem.create({
      data: { workspaceId, id: itemId, checklistId, text, position: at, ...tick(ctx, done) },
      select: { id: true },
    });
    const ids = list.items.map(({ id }) => id);
    await saveOrder(tx, ctx, ids.toSpliced(at, 0, itemId));
    const { ticketId, title } = list;
    const event = { type: 'checklist.item_added', checklistId, title, itemId, text } as const;
    await recordFactIn(tx, ctx, { ticketId, event });
    return ok({ ticketId, checklistId, itemId });
  });
}
