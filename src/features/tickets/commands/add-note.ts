import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { addNote } from '@/domain/ticket/reply';
import { takeArticlePictures } from '@/features/knowledge/commands/article-pictures';
import { seeIn } from '@/features/notifications/commands/see-ticket';
import type { NoteInput } from '@/features/tickets/inputs';
import { followMentioned, mentioned } from '@/features/tickets/mentioned';
import { saidBefore } from '@/features/tickets/said-before';
import { staffMessage } from '@/features/tickets/staff-message';
import { findTicket, saveTicket } from '@/features/tickets/store';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Noted = Readonly<{ messageId: string }>;
type Refused = Readonly<{ code: 'not_found' | 'mention.may_not_see' }>;

/**
 * Adds an internal note, which no customer ever sees; also on a closed ticket. Whom it mentions is told, and follows the
 * ticket. Gives the note's id.
 */
export function addNoteToTicket(ctx: StaffContext, input: NoteInput): Promise<Result<Noted, Refused>> {
  return transaction(ctx, (tx) => noteIn(tx, ctx, input));
}

async function noteIn(tx: Tx, ctx: StaffContext, input: NoteInput): Promise<Result<Noted, Refused>> {
  const { ticketId, attachmentIds = [], mentions: besides = [] } = input;
  const ticket = await findTicket(tx, ctx, ticketId);
  if (!ticket || !mayOnTicket(ctx.actor, 'ticket.note', ticket)) return fail({ code: 'not_found' });
  const before = await saidBefore(tx, ctx, input.messageId);
  if (!before.ok) return before;
  if (before.value) return ok({ messageId: before.value.messageId });

  const { html, files } = await takeArticlePictures(tx, ctx, { html: input.html, reader: 'staff' });
  const said = await mentioned(tx, ctx, { ticket, note: { html, mentions: besides } });
  if (!said.ok) return said;
  const { mentions } = said.value;
  const { channel } = ticket;
  const written = staffMessage(ctx, {
    ...said.value,
    attachmentIds,
    direction: 'note',
    channel,
    messageId: input.messageId,
  });
  const message = { ...written, files };
  await saveTicket(tx, ctx, addNote(ticket, { message, by: ctx.actor, at: ctx.now() }));
  await followMentioned(tx, ctx, { ticketId, mentions });
  await seeIn(tx, ctx, { ticketId, at: ctx.now() });
  const { workspaceId, actor } = ctx;
  if (actor.id) {
    await tx.draft.deleteMany({ where: { workspaceId, ticketId, userId: actor.id, kind: 'note' } });
  }
  return ok({ messageId: message.id });
}
