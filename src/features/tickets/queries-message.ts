import 'server-only';
import { mayOnTicket } from '@/domain/permission/can';
import type { StaffContext } from '@/server/context';

const ownership = { teamId: true, assigneeId: true, requesterId: true } as const;

/** The ticket on which a message stands, or beside which it was said. */
const owners = {
  ticket: { select: ownership },
  sideConversation: { select: { ticket: { select: ownership } } },
} as const;

type Ownership = Readonly<{ teamId: string | null; assigneeId: string | null; requesterId: string }>;
type Owned = Readonly<{ ticket: Ownership | null; sideConversation: Readonly<{ ticket: Ownership }> | null }>;

const ownerOf = (row: Owned | null) => row?.ticket ?? row?.sideConversation?.ticket ?? null;

/** What the frame of one message shows, or null when there is none that the reader may see. */
export async function messageForFrame(ctx: StaffContext, id: string) {
  const { workspaceId } = ctx;
  const row = await ctx.db.message.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      text: true,
      html: true,
      ...owners,
      attachments: { select: { id: true, contentId: true } },
    },
  });
  const ticket = ownerOf(row);
  if (!row || !ticket || !mayOnTicket(ctx.actor, 'ticket.read', ticket)) return null;
  return { text: row.text, html: row.html, files: row.attachments };
}

/** The bytes of a message as they arrived, or null when there are none that the reader may see. */
export async function messageSource(ctx: StaffContext, id: string): Promise<Uint8Array | null> {
  const { workspaceId } = ctx;
  const row = await ctx.db.message.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { ...owners, rawInbound: { select: { bytes: true, emptiedAt: true } } },
  });
  const ticket = ownerOf(row);
  if (!row || !ticket || !mayOnTicket(ctx.actor, 'mail.read', ticket)) return null;
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
      message: { select: owners },
    },
  });
  if (!row) return null;
  const { message, messageId, uploadedById, ...file } = row;
  if (messageId === null) return uploadedById !== null && uploadedById === actor.id ? file : null;
  const ticket = ownerOf(message);
  return ticket && mayOnTicket(actor, 'ticket.read', ticket) ? file : null;
}
