import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { type Colleague, type Doing, HERE_FOR_MS } from '@/domain/ticket/presence';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { announce, hereTopic } from '@/server/live/announce';
import { colleaguesOn } from '../queries';

type Here = Readonly<{ ticketId: string; doing: Doing | 'gone' }>;

/**
 * Notes that a member has a ticket open, what they do there, or that they have left it, and gives who else has it open. Colleagues hear of
 * it when something is new, and not each time that it is said again.
 */
export function beHere(
  ctx: StaffContext,
  { ticketId, doing }: Here,
): Promise<Result<readonly Colleague[], Readonly<{ code: 'not_found' }>>> {
  const { workspaceId, actor } = ctx;
  return transaction(ctx, async (tx) => {
    const ticket = await tx.ticket.findUnique({
      where: { workspaceId_id: { workspaceId, id: ticketId } },
      select: { teamId: true, assigneeId: true, requesterId: true },
    });
    if (!actor.id || !ticket || !mayOnTicket(actor, 'ticket.read', ticket))
      return fail({ code: 'not_found' });
    const own = { ticketId, userId: actor.id };
    const isNew = doing === 'gone' ? await leave(tx, ctx, own) : await stay(tx, ctx, { ...own, doing });
    if (isNew) await announce(tx, [hereTopic(workspaceId, ticketId)]);
    return ok(await colleaguesOn({ ...ctx, db: tx }, ticketId));
  });
}

type Own = Readonly<{ ticketId: string; userId: string }>;

async function leave(tx: Tx, { workspaceId }: StaffContext, own: Own): Promise<boolean> {
  const { count } = await tx.ticketPresence.deleteMany({ where: { workspaceId, ...own } });
  return count > 0;
}

/** True when this is news: they came, or do something else than before. What they left behind elsewhere goes. */
async function stay(
  tx: Tx,
  { workspaceId, now }: StaffContext,
  { doing, ...own }: Own & Readonly<{ doing: Doing }>,
): Promise<boolean> {
  const at = now();
  const until = new Date(at.getTime() + HERE_FOR_MS);
  const { userId } = own;
  await tx.ticketPresence.deleteMany({ where: { workspaceId, userId, until: { lte: at } } });
  const [row] = await tx.$queryRaw<{ fresh: boolean }[]>`
    with before as (
      select doing from "TicketPresence"
      where "workspaceId" = ${workspaceId}::uuid and "ticketId" = ${own.ticketId}::uuid and "userId" = ${userId}::uuid
    ), kept as (
      insert into "TicketPresence" ("workspaceId", "ticketId", "userId", doing, since, until)
      values (${workspaceId}::uuid, ${own.ticketId}::uuid, ${userId}::uuid, ${doing}, ${at}, ${until})
      on conflict ("workspaceId", "ticketId", "userId") do update set doing = excluded.doing, until = excluded.until
      returning 1
    )
    select not exists (select 1 from before where doing = ${doing}) as fresh from kept`;
  return row?.fresh ?? false;
}
