import type { StaffActor } from '@/domain/permission/actor';
import { mayOnTicket, type TicketOwnership } from '@/domain/permission/can';
import type { Context } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';

type Named = Readonly<{ id: string; name: string }>;

/** Who can be mentioned on a ticket: active people who may see it, and the teams with such people among them. */
export type Mentionable = Readonly<{ people: readonly Named[]; teams: readonly Named[] }>;

const MOST = 1000;

/** Of these all, by name; two statements. */
export async function mentionableOn(
  db: Db | Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  ticket: TicketOwnership,
): Promise<Mentionable> {
  const [members, teams] = await Promise.all([
    db.membership.findMany({
      where: { workspaceId, deactivatedAt: null, user: { disabledAt: null } },
      orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
      take: MOST,
      select: {
        userId: true,
        role: true,
        scope: true,
        teams: { select: { teamId: true } },
        user: { select: { name: true } },
      },
    }),
    db.team.findMany({
      where: { workspaceId },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: MOST,
      select: { id: true, name: true },
    }),
  ]);
  const actors = members.map(
    ({ userId, role, scope, teams: own, user }): StaffActor => ({
      ...{ kind: 'user', id: userId, name: user.name, role, scope },
      teamIds: own.map(({ teamId }) => teamId),
    }),
  );
  const readers = actors.filter((actor) => mayOnTicket(actor, 'ticket.read', ticket));
  const reached = new Set(readers.flatMap(({ teamIds }) => teamIds));
  return {
    people: readers.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }])),
    teams: teams.filter(({ id }) => reached.has(id)),
  };
}
