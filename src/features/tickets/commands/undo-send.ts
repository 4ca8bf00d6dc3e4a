import { fail, ok, type Result } from '@/domain/shared/result';
import { takeBack } from '@/domain/ticket/take-back';
import { type DraftText, keepDraft } from '@/features/tickets/draft';
import type { MessageInput } from '@/features/tickets/inputs';
import { movedWith, withoutMessage } from '@/features/tickets/remaining-messages';
import { saveTicket } from '@/features/tickets/store';
import { copiesOfFiles, writtenMessage } from '@/features/tickets/written-message';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Undone = Readonly<{ ticketId: string }> & DraftText;
type Refused = Readonly<{ code: 'not_found' | 'message.already_sent' }>;

/**
 * Takes back a message that has not left yet, whether within the undo time or planned for later. Its text, recipients and
 * files become the draft of whoever took it back, in front of what they have typed since; the ticket goes back to the
 * status and assignee it had. The message stays in the timeline as taken back. Fails once the outbox began to send it.
 */
export function undoSend(ctx: StaffContext, { messageId }: MessageInput): Promise<Result<Undone, Refused>> {
  return transaction(ctx, async (tx) => {
    const written = await writtenMessage(tx, ctx, messageId);
    if (!written) return fail({ code: 'not_found' });
    const { message, ticket } = written;
    if (!(await cancelOutgoing(tx, ctx, messageId))) return fail({ code: 'message.already_sent' });
    const ticketId = ticket.id;
    const moves = await movedWith(tx, ctx, { ticketId, messageId, at: message.createdAt });
    const rest = await withoutMessage(tx, ctx, { ticketId, messageId });
    const change = takeBack(ticket, { messageId, ...moves, ...rest }, { by: ctx.actor, at: ctx.now() });
    await saveTicket(tx, ctx, change);
    const draft = await restoredDraft(tx, ctx, { ...message, messageId });
    if (ctx.actor.id) await keepDraft(tx, ctx, { ...draft, ticketId, kind: 'reply', userId: ctx.actor.id });
    return ok({ ticketId, ...draft });
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
  await tx.message.updateMany({
    where: { workspaceId, id: messageId },
    data: { delivery: 'cancelled', deliveryDetail: 'undone' },
  });
  return true;
}

type Restored = Readonly<{ messageId: string; ticketId: string }> & Omit<DraftText, 'attachmentIds'>;

async function restoredDraft(
  tx: Tx,
  ctx: StaffContext,
  { messageId, ticketId, html, to, cc, bcc }: Restored,
): Promise<DraftText> {
  const { workspaceId, actor } = ctx;
  const typed = actor.id
    ? await tx.draft.findFirst({ where: { workspaceId, ticketId, userId: actor.id, kind: 'reply' } })
    : null;
  const files = await copiesOfFiles(tx, ctx, messageId);
  return {
    html: `${html}${typed?.html ?? ''}`,
    to,
    cc,
    bcc,
    attachmentIds: [...files, ...(typed?.attachmentIds ?? [])],
  };
}
