import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { announce, noticesTopic, seenTopic } from '@/server/live/announce';

type Seen = Readonly<{ ticketId: string; at: Date }>;

/** Notes that one has a ticket before one's eyes as it stood at `at`; its notices up to then are read. */
export function seeTicket(
  ctx: StaffContext,
  { ticketId, at }: Seen,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const ticket = await tx.ticket.findUnique({
      where: { workspaceId_id: { workspaceId, id: ticketId } },
      select: { teamId: true, assigneeId: true, requesterId: true },
    });
    if (!ticket || !mayOnTicket(ctx.actor, 'ticket.read', ticket)) return fail({ code: 'not_found' });
    const now = ctx.now();
    await seeIn(tx, ctx, { ticketId, at: at < now ? at : now });
    return ok(null);
  });
}

/** The same within another command, for a person who may see the ticket: what they write themselves is not new to them. */
export async function seeIn(tx: Tx, ctx: StaffContext, { ticketId, at }: Seen): Promise<void> {
  const { workspaceId, actor } = ctx;
  const userId = actor.id;
  if (!userId) return;
  const [{ moved, read } = { moved: 0, read: 0 }] = await tx.$queryRaw<{ moved: number; read: number }[]>`
    with seen as (
      insert into "TicketSeen" ("workspaceId", "userId", "ticketId", "seenAt")
      values (${workspaceId}::uuid, ${userId}::uuid, ${ticketId}::uuid, ${at}::timestamptz)
      on conflict ("workspaceId", "userId", "ticketId") do update set "seenAt" = excluded."seenAt"
      where "TicketSeen"."seenAt" < excluded."seenAt"
      returning 1
    ), read as (
      update "Notification" set "readAt" = ${at}::timestamptz
      where "workspaceId" = ${workspaceId}::uuid and "userId" = ${userId}::uuid and coalesce("ticketId", "articleId") = ${ticketId}::uuid
        and "readAt" is null and at <= ${at}::timestamptz
      returning app
    )
    select (select count(*)::int from seen) as moved, (select count(*) filter (where app)::int from read) as read`;
  if (moved > 0 || read > 0) {
    await announce(tx, [
      seenTopic(workspaceId, userId),
      ...(read > 0 ? [noticesTopic(workspaceId, userId)] : []),
    ]);
  }
}
