import { fail, ok, type Result } from '@/domain/shared/result';
import type { ChecklistFact } from '@/domain/ticket/checklist-fact';
import type { ChangeItemInput } from '@/features/checklists/inputs';
import { itemToChange, saveOrder, tick } from '@/features/checklists/store';
import { recordFactIn } from '@/features/tickets/commands/record-fact';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Found = NonNullable<Awaited<ReturnType<typeof itemToChange>>>;
type Changed = Readonly<{ ticketId: string; checklistId: string; itemId: string }>;

/** Renames, ticks, unticks or moves an item; what it is already changes nothing. */
export function changeItem(
  ctx: StaffContext,
  input: ChangeItemInput,
): Promise<Result<Changed, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    const found = await itemToChange(tx, ctx, input.itemId);
    if (!found) return fail({ code: 'not_found' });
    const { list, item } = found;
    const facts = factsOf(found, input);
    const ticked = facts.some(
      ({ type }) => type === 'checklist.item_done' || type === 'checklist.item_reopened',
    );
    await tx.checklistItem.update({
      where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: item.id } },
      data: {
        ...(input.text !== undefined && { text: input.text }),
        ...(ticked && tick(ctx, input.done === true)),
      },
      select: { id: true },
    });
    if (input.position !== undefined) {
      const others = list.items.map(({ id }) => id).filter((id) => id !== item.id);
      await saveOrder(tx, ctx, others.toSpliced(input.position, 0, item.id));
    }
    for (const event of facts) await recordFactIn(tx, ctx, { ticketId: list.ticketId, event });
    return ok({ ticketId: list.ticketId, checklistId: list.id, itemId: item.id });
  });
}

function factsOf({ list, item }: Found, { text, done, position }: ChangeItemInput): ChecklistFact[] {
  const about = { checklistId: list.id, title: list.title, itemId: item.id };
  const named = { ...about, text: text ?? item.text };
  const facts: ChecklistFact[] = [];
  if (text !== undefined && text !== item.text)
    facts.push({ type: 'checklist.item_changed', ...about, from: item.text, to: text });
  if (done !== undefined && done !== (item.doneAt !== null))
    facts.push({ type: done ? 'checklist.item_done' : 'checklist.item_reopened', ...named });
  if (position !== undefined && position !== list.items.indexOf(item))
    facts.push({ type: 'checklist.item_moved', ...named });
  return facts;
}
