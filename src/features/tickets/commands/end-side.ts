import { fail, ok, type Result } from '@/domain/shared/result';
import { recordFactIn } from '@/features/tickets/commands/record-fact';
import type { EndSideInput } from '@/features/tickets/commands/side-fields';
import { sideToWriteIn } from '@/features/tickets/side-store';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Says that a conversation beside a ticket is done, or open again. Saying it twice changes nothing. */
export function endSide(
  ctx: StaffContext,
  { sideId, done }: EndSideInput,
): Promise<Result<Readonly<{ sideId: string }>, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    const found = await sideToWriteIn(tx, ctx, sideId);
    if (!found) return fail({ code: 'not_found' });
    const { side } = found;
    const state = done ? 'done' : 'open';
    if (side.state === state) return ok({ sideId });
    await tx.sideConversation.update({
      where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: sideId } },
      data: { state, activityAt: ctx.now() },
      select: { id: true },
    });
    const type = done ? 'side.done' : 'side.reopened';
    await recordFactIn(tx, ctx, { ticketId: side.ticketId, event: { type, sideId, subject: side.subject } });
    return ok({ sideId });
  });
}
