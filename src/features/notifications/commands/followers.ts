import type { StaffActor } from '@/domain/permission/actor';
import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { announce, ticketTopic } from '@/server/live/announce';
import { tellPeople } from './tell-people';

type Following = Readonly<{ ticketId: string; userId: string }>;
type Refused = Readonly<{ code: 'not_found' | 'follower.may_not_see' }>;

/**
 * Has a member follow a ticket: from now on they are told what happens on it. Oneself, or a colleague, who is told so. Fails
 * for a colleague who may not see the ticket. Following twice changes nothing.
 */
export function addFollower(
  ctx: StaffContext,
  { ticketId, userId }: Following,
): Promise<Result<null, Refused>> {
  const { workspaceId, actor } = ctx;
  return transaction(ctx, async (tx) => {
    const ticket = await ticketOf(tx, ctx, ticketId);
    if (!ticket) return fail({ code: 'not_found' });
    const member = await memberOf(tx, workspaceId, userId);
    if (!member) return fail({ code: 'not_found' });
    if (!mayOnTicket(member, 'ticket.read', ticket)) return fail({ code: 'follower.may_not_see' });
    const now = ctx.now();
    const { count } = await tx.follower.createMany({
      data: [{ workspaceId, ticketId, userId, createdAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) return ok(null);
    if (userId !== actor.id) {
      const key = `follower/${ticketId}/${now.getTime()}`;
      const about = { userId, ticketId, key, kind: 'followed', facts: { what: 'added' } } as const;
      await tellPeople(tx, ctx, [{ ...about, actorName: actor.name, swept: true }]);
    }
    await announce(tx, [ticketTopic(workspaceId, ticketId)]);
    return ok(null);
  });
}

/** Has a member follow a ticket no more: oneself, or a colleague. */
export function removeFollower(
  ctx: StaffContext,
  { ticketId, userId }: Following,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    if (!(await ticketOf(tx, ctx, ticketId))) return fail({ code: 'not_found' });
    const { count } = await tx.follower.deleteMany({ where: { workspaceId, ticketId, userId } });
    if (count === 0) return fail({ code: 'not_found' });
    await announce(tx, [ticketTopic(workspaceId, ticketId)]);
    return ok(null);
  });
}

/** The ticket as far as it says who may see it; null where the actor may not. */
async function ticketOf(tx: Tx, { workspaceId, actor }: StaffContext, id: string) {
  const ticket = await tx.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { teamId: true, assigneeId: true, requesterId: true },
  });
  return ticket && mayOnTicket(actor, 'ticket.note', ticket) ? ticket : null;
}

async function memberOf(tx: Tx, workspaceId: string, userId: string): Promise<StaffActor | null> {
  const member = await tx.membership.findFirst({
    where: { workspaceId, userId, deactivatedAt: null, user: { disabledAt: null } },
    select: {
      role: true,
      scope: true,
      teams: { select: { teamId: true } },
      user: { select: { name: true } },
    },
  });
  if (!member) return null;
  const { role, scope, teams, user } = member;
  return {
    kind: 'user',
    id: userId,
    name: user.name,
    role,
    scope,
    teamIds: teams.map(({ teamId }) => teamId),
  };
}

const MOST_FOLLOWERS = 100;

/** Who follows a ticket, by name; for whoever may see it. */
export async function followersOf(
  { db, workspaceId }: StaffContext,
  ticketId: string,
): Promise<readonly Readonly<{ id: string; name: string }>[]> {
  const rows = await db.follower.findMany({
    where: { workspaceId, ticketId },
    orderBy: [{ membership: { user: { name: 'asc' } } }, { userId: 'asc' }],
    take: MOST_FOLLOWERS,
    select: { userId: true, membership: { select: { user: { select: { name: true } } } } },
  });
  return rows.map(({ userId, membership }) => ({ id: userId, name: membership.user.name }));
}
