import type { StaffActor } from '@/domain/permission/actor';
import { may } from '@/domain/permission/can';
import type { Db, Tx } from '@/server/db/client';

/** Who reads a board by mail, with the rights that they have now. */
export type ReportReader = Readonly<{
  actor: StaffActor;
  email: string;
  locale: string;
  timeZone: string;
}>;

type Named = Readonly<{ workspaceId: string; userId: string }>;

/** The reader of boards, as they stand now; null for who has left, or may not see boards any more. */
export async function reportReader(
  db: Db | Tx,
  { workspaceId, userId }: Named,
): Promise<ReportReader | null> {
  const row = await db.membership.findFirst({
    where: { workspaceId, userId, deactivatedAt: null, user: { disabledAt: null } },
    select: {
      role: true,
      scope: true,
      teams: { select: { teamId: true } },
      user: { select: { name: true, email: true, locale: true, timeZone: true } },
    },
  });
  if (!row) return null;
  const { role, scope, teams, user } = row;
  const { name, email, locale, timeZone } = user;
  const teamIds = teams.map(({ teamId }) => teamId);
  const actor: StaffActor = { kind: 'user', id: userId, name, role, scope, teamIds };
  return may(actor, 'insights.read') ? { actor, email, locale, timeZone } : null;
}
