import { addFollower, removeFollower } from '@/features/notifications/commands/followers';
import { markRead, markUnread } from '@/features/notifications/commands/mark-read';
import type { StaffContext } from '@/server/context';

type Other = Readonly<{ ticketId: string; articleId: string; userId: string }>;
type Attempt = (ctx: StaffContext, other: Other) => Promise<{ ok: boolean; error?: unknown }>;

/** Each action on notifications with the ids of another workspace. */
export const NOTICE_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  addFollower: [(ctx, { ticketId }) => addFollower(ctx, { ticketId, userId: ctx.actor.id ?? '' })],
  removeFollower: [(ctx, { ticketId, userId }) => removeFollower(ctx, { ticketId, userId })],
  markRead: [
    (ctx, { ticketId }) => markRead(ctx, { ticketId, until: ctx.now() }),
    (ctx, { articleId }) => markRead(ctx, { articleId, until: ctx.now() }),
  ],
  markUnread: [
    (ctx, { ticketId }) => markUnread(ctx, { ticketId }),
    (ctx, { articleId }) => markUnread(ctx, { articleId }),
  ],
};
