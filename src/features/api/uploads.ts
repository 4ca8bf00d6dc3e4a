import 'server-only';
import { mayOnTicket } from '@/domain/permission/can';
import type { StaffContext } from '@/server/context';

/** True when each of these is an upload of the same uploader that no message has yet. */
export async function areUploads(ctx: StaffContext, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const unique = [...new Set(ids)];
  const { workspaceId, actor } = ctx;
  const count = await ctx.db.attachment.count({
    where: { workspaceId, id: { in: unique }, messageId: null, uploadedById: actor.id },
  });
  return count === unique.length;
}

export type KnownFile = Readonly<{ name: string; type: string; size: number; sha256: string }>;

/** A file of a message that the reader may see, or an upload of their own; null otherwise. */
export async function fileById(ctx: StaffContext, id: string): Promise<KnownFile | null> {
  const { workspaceId, actor } = ctx;
  const row = await ctx.db.attachment.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      name: true,
      type: true,
      size: true,
      sha256: true,
      uploadedById: true,
      message: {
        select: { ticket: { select: { teamId: true, assigneeId: true, requesterId: true } } },
      },
    },
  });
  if (!row) return null;
  const { message, uploadedById, ...file } = row;
  if (!message) return uploadedById === actor.id ? file : null;
  if (!message.ticket) return actor.scope === 'all' ? file : null;
  return mayOnTicket(actor, 'ticket.read', message.ticket) ? file : null;
}
