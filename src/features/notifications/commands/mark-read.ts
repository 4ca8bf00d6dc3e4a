import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { ReadInput, UnreadInput } from '@/features/notifications/inputs';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { announce, noticesTopic, seenTopic } from '@/server/live/announce';

type NotFound = Readonly<{ code: 'not_found' }>;

/** Marks one's notices of a ticket or an article, or all, as read, as far as they had come by then. Gives how many were unread. */
export async function markRead(
  ctx: StaffContext,
  { ticketId, articleId = null, until }: Pick<ReadInput, 'until'> & Partial<ReadInput>,
): Promise<Result<Readonly<{ count: number }>, NotFound>> {
  const { workspaceId, actor } = ctx;
  const userId = actor.id;
  if (!userId) return fail({ code: 'not_found' });
  const about = aboutOf({ ticketId, articleId });
  if (about) {
    const told = await ctx.db.notification.count({ where: { workspaceId, userId, ...about }, take: 1 });
    if (told === 0) return fail({ code: 'not_found' });
  }
  return ok({ count: await readNotices(ctx, { userId, about, until }) });
}

/** What notices are of: one ticket or one article. */
type About = Readonly<{ ticketId: string } | { articleId: string }>;

/** Null: all of them. */
export function aboutOf({
  ticketId,
  articleId,
}: Readonly<{ ticketId?: string | null | undefined; articleId?: string | null | undefined }>): About | null {
  if (ticketId) return { ticketId };
  return articleId ? { articleId } : null;
}

type Reading = Readonly<{ userId: string; about: About | null; until: Date }>;

/** The same for any member. */
export function readNotices(ctx: StaffContext, { userId, about, until }: Reading): Promise<number> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const { count } = await tx.notification.updateMany({
      where: {
        workspaceId,
        userId,
        app: true,
        readAt: null,
        at: { lte: until },
        ...about,
      },
      data: { readAt: ctx.now() },
    });
    if (count > 0) await announce(tx, [noticesTopic(workspaceId, userId)]);
    return count;
  });
}

/** Makes a ticket new again to oneself: its last notice is unread, and it stands out in the lists. Or an article: its last notice. */
export function markUnread(
  ctx: StaffContext,
  { ticketId, articleId }: UnreadInput,
): Promise<Result<null, NotFound>> {
  return ticketId === undefined ? unreadArticle(ctx, articleId) : unreadTicket(ctx, ticketId);
}

function unreadArticle(ctx: StaffContext, articleId: string): Promise<Result<null, NotFound>> {
  const { workspaceId, actor } = ctx;
  return transaction(ctx, async (tx) => {
    const userId = actor.id;
    if (!userId || !(await unreadLast(tx, { workspaceId, userId, articleId })))
      return fail({ code: 'not_found' });
    await announce(tx, [noticesTopic(workspaceId, userId)]);
    return ok(null);
  });
}

function unreadTicket(ctx: StaffContext, ticketId: string): Promise<Result<null, NotFound>> {
  const { workspaceId, actor } = ctx;
  return transaction(ctx, async (tx) => {
    const ticket = await tx.ticket.findUnique({
      where: { workspaceId_id: { workspaceId, id: ticketId } },
      select: { teamId: true, assigneeId: true, requesterId: true, activityAt: true },
    });
    const userId = actor.id;
    if (!(userId && ticket) || !mayOnTicket(actor, 'ticket.read', ticket)) return fail({ code: 'not_found' });
    await unreadLast(tx, { workspaceId, userId, ticketId });
    const seenAt = new Date(ticket.activityAt.getTime() - 1);
    await tx.ticketSeen.updateMany({ where: { workspaceId, userId, ticketId }, data: { seenAt } });
    await announce(tx, [noticesTopic(workspaceId, userId), seenTopic(workspaceId, userId)]);
    return ok(null);
  });
}

type Of = Readonly<{ workspaceId: string; userId: string }> & About;

/** Has the last notice of it unread; false where there is none. */
async function unreadLast(tx: Tx, of: Of): Promise<boolean> {
  const last = await tx.notification.findFirst({
    where: { ...of, app: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  if (!last) return false;
  await tx.notification.update({
    where: { workspaceId_id: { workspaceId: of.workspaceId, id: last.id } },
    data: { readAt: null },
  });
  return true;
}
