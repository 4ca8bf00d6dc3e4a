import { correctionTo } from '@/domain/focus/corrected';
import { may, mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { Ticket } from '@/domain/ticket/ticket';
import { lockFocus } from '@/features/focus/focus-lock';
import type { CorrectionInput } from '@/features/focus/inputs';
import { measuresFocus } from '@/features/metrics/queries';
import { noteFact, ticketForRule } from '@/features/tickets/commands/act-on-ticket';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'focus.off' }>;

/**
 * Says how many minutes a member had a ticket in front of them in all: one's own, or as a manager anybody's. What was measured
 * stays, and the difference is kept beside it with its reason, in the history too.
 */
export function correctFocus(ctx: StaffContext, input: CorrectionInput): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId, actor } = ctx;
    const userId = input.userId ?? actor.id;
    const ticket = await ticketForRule(tx, ctx, input.ticketId);
    if (!ticket || !userId || !mayCorrect(ctx, { ticket, userId })) return fail({ code: 'not_found' });
    const member = await tx.membership.findFirst({
      where: { workspaceId, userId },
      select: { user: { select: { name: true } } },
    });
    if (!member) return fail({ code: 'not_found' });
    if (!(await measuresFocus({ db: tx, workspaceId }))) return fail({ code: 'focus.off' });
    await correct(tx, ctx, { ...input, ticket, userId, name: member.user.name });
    return ok(null);
  });
}

/** Whoever answers the ticket corrects their own time, and managers that of others too. */
const mayCorrect = (
  { actor }: StaffContext,
  { ticket, userId }: Readonly<{ ticket: Ticket; userId: string }>,
): boolean =>
  mayOnTicket(actor, 'ticket.reply', ticket) && (userId === actor.id || may(actor, 'ticket.correct_time'));

type Wanted = CorrectionInput & Readonly<{ ticket: Ticket; userId: string; name: string }>;

async function correct(tx: Tx, ctx: StaffContext, wanted: Wanted): Promise<void> {
  const { workspaceId, actor } = ctx;
  const { ticket, userId, name, minutes, reason } = wanted;
  await lockFocus(tx, workspaceId, userId);
  const where = { workspaceId, ticketId: ticket.id, userId };
  const { _sum: sum } = await tx.focusSession.aggregate({ where, _sum: { seconds: true } });
  const fromSeconds = sum.seconds ?? 0;
  const seconds = correctionTo(minutes, fromSeconds);
  if (seconds === 0) return;
  const toSeconds = fromSeconds + seconds;
  // The history first: it locks the ticket, which the counting of the row reads.
  await noteFact(tx, ctx, {
    ticket,
    event: { type: 'ticket.time_corrected', userId, name, fromSeconds, toSeconds, reason },
  });
  const at = ctx.now();
  await tx.focusSession.create({
    data: {
      ...where,
      ...{ id: ctx.newId(), startedAt: at, lastAt: at, seconds, reason, correctedBy: actor.name },
    },
  });
}
