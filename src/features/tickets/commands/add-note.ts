import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { addNote } from '@/domain/ticket/reply';
import { takeArticlePictures } from '@/features/knowledge/commands/article-pictures';
import { seeIn } from '@/features/notifications/commands/see-ticket';
import type { NoteInput } from '@/features/tickets/inputs';
import { staffMessage } from '@/features/tickets/staff-message';
import { findTicket, saveTicket } from '@/features/tickets/store';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Adds an internal note, which no customer ever sees; also on a closed ticket. Gives the note's id. */
export function addNoteToTicket(
  ctx: StaffContext,
  input: NoteInput,
): Promise<Result<Readonly<{ messageId: string }>, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, ctx, input.ticketId);
    if (!ticket || !mayOnTicket(ctx.actor, 'ticket.note', ticket)) return fail({ code: 'not_found' });

    const { html, files } = await takeArticlePictures(tx, ctx, { html: input.html, reader: 'staff' });
    const written = staffMessage(ctx, { ...input, html, direction: 'note', channel: ticket.channel });
    const message = { ...written, files };
    await saveTicket(tx, ctx, addNote(ticket, { message, by: ctx.actor, at: ctx.now() }));
    await seeIn(tx, ctx, { ticketId: ticket.id, at: ctx.now() });
    const { workspaceId, actor } = ctx;
    if (actor.id) {
      await tx.draft.deleteMany({
        where: { workspaceId, ticketId: ticket.id, userId: actor.id, kind: 'note' },
      });
    }
    return ok({ messageId: message.id });
  });
}
