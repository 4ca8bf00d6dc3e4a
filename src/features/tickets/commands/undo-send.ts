import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { MessageInput } from '@/features/tickets/inputs';
import { findTicket, saveTicket } from '@/features/tickets/store';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Undone = Readonly<{ html: string }>;
type Refused = Readonly<{ code: 'not_found' | 'message.already_sent' }>;

/**
 * Takes back a message that has not left yet, and gives its text for the composer. The message stays in the timeline as
 * taken back. Fails once the outbox has begun to send it.
 */
export function undoSend(ctx: StaffContext, { messageId }: MessageInput): Promise<Result<Undone, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const message = await tx.message.findUnique({
      where: { workspaceId_id: { workspaceId, id: messageId } },
      select: { ticketId: true, html: true, text: true, direction: true },
    });
    const ticket = message && (await findTicket(tx, ctx, message.ticketId));
    if (!message || !ticket || !mayOnTicket(ctx.actor, 'ticket.reply', ticket)) {
      return fail({ code: 'not_found' });
    }
    if (!(await cancelOutgoing(tx, ctx, messageId))) return fail({ code: 'message.already_sent' });
    await saveTicket(tx, ctx, {
      before: ticket,
      after: ticket,
      events: [{ type: 'message.cancelled', messageId, reason: 'undone' }],
      by: ctx.actor,
      at: ctx.now(),
    });
    return ok({ html: message.html ?? message.text });
  });
}

/** True when the outbox row was still waiting, and is cancelled now together with the message. */
async function cancelOutgoing(tx: Tx, ctx: StaffContext, messageId: string): Promise<boolean> {
  const { workspaceId } = ctx;
  const { count } = await tx.outgoingMail.updateMany({
    where: { workspaceId, messageId, state: 'queued' },
    data: { state: 'cancelled' },
  });
  if (count === 0) return false;
  await tx.message.updateMany({ where: { workspaceId, id: messageId }, data: { delivery: 'cancelled' } });
  return true;
}
