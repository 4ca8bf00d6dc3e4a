import type { NoticeKind } from '@/domain/notification/preferences';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { announce, noticesTopic } from '@/server/live/announce';

type Settled = Readonly<{ articleId: string; kind: NoticeKind }>;

/** Marks what all were told of an article as read: somebody has done what it asked for. */
export async function settleNotices(
  tx: Tx,
  { workspaceId, now }: Pick<Context, 'workspaceId' | 'now'>,
  { articleId, kind }: Settled,
): Promise<void> {
  const read = await tx.$queryRaw<{ userId: string }[]>`
    update "Notification" set "readAt" = ${now()}::timestamptz
    where "workspaceId" = ${workspaceId}::uuid and "articleId" = ${articleId}::uuid and kind = ${kind} and "readAt" is null
    returning "userId"`;
  const topics = [...new Set(read.map(({ userId }) => noticesTopic(workspaceId, userId)))];
  if (topics.length > 0) await announce(tx, topics);
}
