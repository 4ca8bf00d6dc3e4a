import type { StaffContext } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';
import type { Dictionary } from './portable';

/** The words of this workspace in both directions: from ids to names for a file, and back for an import. */
export async function dictionaries(
  db: Db | Tx,
  { workspaceId }: StaffContext,
): Promise<Readonly<{ toNames: Dictionary; toIds: Dictionary }>> {
  const [teams, templates, members] = await Promise.all([
    db.team.findMany({ where: { workspaceId }, take: 1000, select: { id: true, name: true } }),
    db.checklistTemplate.findMany({ where: { workspaceId }, take: 1000, select: { id: true, name: true } }),
    db.membership.findMany({
      where: { workspaceId, deactivatedAt: null },
      take: 5000,
      select: { userId: true, user: { select: { email: true } } },
    }),
  ]);
  const teamPairs = teams.map(({ id, name }) => [id, name] as const);
  const templatePairs = templates.map(({ id, name }) => [id, name] as const);
  const peoplePairs = members.map(({ userId, user }) => [userId, user.email] as const);
  const turned = (pairs: readonly (readonly [string, string])[]) =>
    Object.fromEntries(pairs.map(([id, name]) => [name, id]));
  return {
    toNames: {
      teams: Object.fromEntries(teamPairs),
      checklists: Object.fromEntries(templatePairs),
      people: Object.fromEntries(peoplePairs),
    },
    toIds: { teams: turned(teamPairs), checklists: turned(templatePairs), people: turned(peoplePairs) },
  };
}
