import type { Alarm, Listener } from '@/features/sla/alarm';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** The active members whom these alarms may concern: assignees, leads of their teams, and who manages the workspace. */
export async function listeners(
  tx: Tx,
  { workspaceId }: SystemContext,
  alarms: readonly Pick<Alarm, 'assigneeId' | 'teamId'>[],
): Promise<Listener[]> {
  const assigneeIds = alarms.flatMap(({ assigneeId }) => assigneeId ?? []);
  const teamIds = alarms.flatMap(({ teamId }) => teamId ?? []);
  const rows = await tx.membership.findMany({
    where: {
      workspaceId,
      deactivatedAt: null,
      user: { disabledAt: null },
      OR: [
        { userId: { in: [...new Set(assigneeIds)] } },
        { teams: { some: { lead: true, teamId: { in: [...new Set(teamIds)] } } } },
        { role: { in: ['manager', 'admin', 'owner'] } },
      ],
    },
    select: {
      userId: true,
      role: true,
      scope: true,
      teams: { select: { teamId: true, lead: true } },
      user: { select: { name: true, email: true, locale: true, timeZone: true } },
    },
  });
  return rows.map(({ userId, role, scope, teams, user }) => ({
    actor: {
      kind: 'user',
      id: userId,
      name: user.name,
      role,
      scope,
      teamIds: teams.map((team) => team.teamId),
    },
    email: user.email,
    locale: user.locale,
    timeZone: user.timeZone,
    leads: teams.filter(({ lead }) => lead).map(({ teamId }) => teamId),
  }));
}

/** Of these people the managers; where there is none among them, the admins and owners. */
export function managing(people: readonly Listener[]): readonly Listener[] {
  const managers = people.filter(({ actor }) => actor.role === 'manager');
  return managers.length > 0
    ? managers
    : people.filter(({ actor }) => actor.role === 'admin' || actor.role === 'owner');
}
