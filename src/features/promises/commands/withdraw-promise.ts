import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { WithdrawInput } from '@/features/promises/inputs';
import { noteFact, ticketForRule } from '@/features/tickets/commands/act-on-ticket';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'promise.ended' }>;

/** Takes a promise back that was written down by mistake. It stays in the history; what was broken stays broken. */
export function withdrawPromise(
  ctx: StaffContext,
  { promiseId }: WithdrawInput,
): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    const promise = await tx.ticketPromise.findUnique({
      where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: promiseId } },
      select: { ticketId: true, about: true, dueAt: true, endedAt: true },
    });
    const ticket = promise && (await ticketForRule(tx, ctx, promise.ticketId));
    if (!ticket || !mayOnTicket(ctx.actor, 'ticket.reply', ticket)) return fail({ code: 'not_found' });
    if (promise.endedAt) return fail({ code: 'promise.ended' });
    const { about } = promise;
    const dueAt = promise.dueAt.toISOString();
    const event = { type: 'promise.withdrawn', promiseId, about, dueAt, reason: 'withdrawn' } as const;
    await noteFact(tx, ctx, { ticket, event });
    return ok(null);
  });
}
