import { fail, ok, type Result } from '@/domain/shared/result';
import type { UndoAnswersInput } from '@/features/links/inputs';
import { undoSend } from '@/features/tickets/commands/undo-send';
import type { StaffContext } from '@/server/context';

/** The tickets on which the answer was taken back, and those on which it was too late. */
type Undone = Readonly<{ undone: readonly string[]; left: readonly string[] }>;

/**
 * Takes back an answer to incidents on these tickets, as far as it has not left yet; each in a commit of its own, as
 * `undoSend` does it. Tickets that have no such answer, or that the actor may not answer, are in neither list.
 */
export async function undoAnswers(
  ctx: StaffContext,
  { answerId, ticketIds }: UndoAnswersInput,
): Promise<Result<Undone, Readonly<{ code: 'not_found' }>>> {
  const { db, workspaceId } = ctx;
  const rows = await db.incidentAnswer.findMany({
    where: { workspaceId, answerId, ticketId: { in: ticketIds } },
    orderBy: [{ createdAt: 'desc' }, { ticketId: 'desc' }],
    select: { ticketId: true, messageId: true },
  });
  if (rows.length === 0) return fail({ code: 'not_found' });
  const undone: string[] = [];
  const left: string[] = [];
  for (const { ticketId, messageId } of rows) {
    const back = await undoSend(ctx, { messageId });
    if (back.ok) undone.push(ticketId);
    else if (back.error.code === 'message.already_sent') left.push(ticketId);
  }
  return ok({ undone, left });
}
