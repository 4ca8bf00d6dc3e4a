import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { ReadInput, UnreadInput } from '@/features/notifications/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { announce, noticesTopic, seenTopic } from '@/server/live/announce';

type NotFound = Readonly<{ code: 'not_found' }>;

/** Marks one's notices of a ticket, or all, as read, as far as they had come by then. Gives how many were unread. */
export async function markRead(
  ctx: StaffContext,
  { ticketId, until }: ReadInput,
): Promise<Result<Readonly<{ count: number }>, NotFound>> {
  const { workspaceId, actor } = ctx;
  const userId = actor.id;
  if (!userId) return fail({ code: 'not_found' });
  if (ticketId) {
    const told = await ctx.db.notification.count({ where: { workspaceId, userId, ticketId }, take: 1 });
    if (told === 0) return fail({ code: 'not_found' });
  }
  return ok({ count: await readNotices(ctx, { userId, ticketId, until }) });
}

type Reading = Readonly<{ userId: string; ticketId: string | null; until: Date }>;

/** The same for any member. */
export function readNotices(ctx: StaffContext, { userId, ticketId, until }: Reading): Promise<number> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const { count } = await tx.notification.updateMany({
      where: {
        workspaceId,
        userId,
        app: true,
        readAt: null,
        at: { lte: until },
        ...(ticketId && { ticketId }),
      },
      data: { readAt: ctx.now() },
    });
    if (count > 0) await announce(tx, [noticesTopic(workspaceId, userId)]);
    return count;
  });
}

/** Makes a ticket new again to oneself: its last notice is unread, and it stands out in the lists. */
export function markUnread(ctx: StaffContext, { ticketId }: UnreadInput): Promise<Result<null, NotFound>> {
  const { workspaceId, actor } = ctx;
  return transaction(ctx, async (tx) => {
    const ticket = await tx.ticket.findUnique({
      where: { workspaceId_id: { workspaceId, id: ticketId } },
      select: { teamId: true, assigneeId: true, requesterId: true, activityAt: true },
    });
    const userId = actor.id;
    if (!(userId && ticket) || !mayOnTicket(actor, 'ticket.read', ticket)) return fail({ code: 'not_found' });
    const last = await tx.notification.findFirst({
      where: { workspaceId, userId, ticketId, app: true },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      select: { id: true },
    });
    if (last) {
      await tx.notification.update({
        where: { workspaceId_id: { workspaceId, id: last.id } },
        data: { readAt: null },
      });
    }
    const seenAt = new Date(ticket.activityAt.getTime() - 1);
    await tx.ticketSeen.updateMany({ where: { workspaceId, userId, ticketId }, data: { seenAt } });
    await announce(tx, [noticesTopic(workspaceId, userId), seenTopic(workspaceId, userId)]);
    return ok(null);
  });
}
