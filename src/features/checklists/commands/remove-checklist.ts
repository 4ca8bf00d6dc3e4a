import { fail, ok, type Result } from '@/domain/shared/result';
import { checklistToChange } from '@/features/checklists/store';
import { recordFactIn } from '@/features/tickets/commands/record-fact';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Takes a checklist with its items off its ticket. */
export function removeChecklist(
  ctx: StaffContext,
  { checklistId }: Readonly<{ checklistId: string }>,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    const list = await checklistToChange(tx, ctx, checklistId);
    if (!list) return fail({ code: 'not_found' });
    const { count } = await tx.checklist.deleteMany({
      where: { workspaceId: ctx.workspaceId, id: checklistId },
    });
    if (count === 0) return fail({ code: 'not_found' });
    const { ticketId, title } = list;
    await recordFactIn(tx, ctx, { ticketId, event: { type: 'checklist.removed', checklistId, title } });
    return ok(null);
  });
}
