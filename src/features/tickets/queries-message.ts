import 'server-only';
import { mayOnTicket } from '@/domain/permission/can';
import type { StaffContext } from '@/server/context';

const ownership = { teamId: true, assigneeId: true, requesterId: true } as const;

/** What the frame of one message shows, or null when there is none that the reader may see. */
export async function messageForFrame(ctx: StaffContext, id: string) {
  const { workspaceId } = ctx;
  const row = await ctx.db.message.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      text: true,
      html: true,
      ticket: { select: ownership },
      attachments: { select: { id: true, contentId: true } },
    },
  });
  if (!row?.ticket || !mayOnTicket(ctx.actor, 'ticket.read', row.ticket)) return null;
  return { text: row.text, html: row.html, files: row.attachments };
}

/** The bytes of a message as they arrived, or null when there are none that the reader may see. */
export async function messageSource(ctx: StaffContext, id: string): Promise<Uint8Array | null> {
  const { workspaceId } = ctx;
  const row = await ctx.db.message.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { ticket: { select: ownership }, rawInbound: { select: { bytes: true, emptiedAt: true } } },
  });
  if (!row?.ticket || !mayOnTicket(ctx.actor, 'mail.read', row.ticket)) return null;
  return row.rawInbound?.emptiedAt === null ? row.rawInbound.bytes : null;
}

/** A stored file: one of a message that the reader may see, or an upload of theirs that no message has yet. */
export async function findFile(ctx: StaffContext, id: string) {
  const { workspaceId, actor } = ctx;
  const row = await ctx.db.attachment.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      name: true,
      type: true,
      size: true,
      sha256: true,
      uploadedById: true,
      messageId: true,
      message: { select: { ticket: { select: ownership } } },
    },
  });
  if (!row) return null;
  const { message, messageId, uploadedById, ...file } = row;
  if (messageId === null) return uploadedById !== null && uploadedById === actor.id ? file : null;
  return message?.ticket && mayOnTicket(actor, 'ticket.read', message.ticket) ? file : null;
}
