import type { StaffActor } from '@/domain/permission/actor';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { Context } from '@/server/context';
import { hashOf } from '@/server/crypto/keys';
import type { Db, Tx } from '@/server/db/client';
import { putInTeams } from './people-lock';

type World = Pick<Context, 'now' | 'newId' | 'ip'>;

/** The invitation of this token while it can be accepted, with its workspace; null when it cannot or never could. */
export async function openInvitation(tx: Tx | Db, token: string, at: Date) {
  const invitation = await tx.invitation.findUnique({
    where: { tokenHash: hashOf(token) },
    include: { workspace: { select: { slug: true, name: true, timeZone: true } } },
  });
  if (!invitation || invitation.acceptedAt || invitation.revokedAt || invitation.expiresAt <= at) return null;
  return invitation;
}

type OpenInvitation = NonNullable<Awaited<ReturnType<typeof openInvitation>>>;
type Person = Readonly<{ id: string; name: string }>;

/**
 * Makes the person a member as the invitation says, and uses the invitation up. False when somebody else used it in the
 * same moment.
 */
export async function acceptAs(
  tx: Tx,
  world: World,
  { invitation, person }: Readonly<{ invitation: OpenInvitation; person: Person }>,
): Promise<boolean> {
  const { workspaceId, id, role, scope } = invitation;
  const at = world.now();
  const { count } = await tx.invitation.updateMany({
    where: { workspaceId, id, acceptedAt: null, revokedAt: null },
    data: { acceptedAt: at },
  });
  if (count === 0) return false;

  const key = { workspaceId, userId: person.id };
  await tx.membership.upsert({
    where: { workspaceId_userId: key },
    create: { ...key, role, scope, createdAt: at },
    update: { role, scope, deactivatedAt: null },
  });
  const teams = await tx.team.findMany({
    where: { workspaceId, id: { in: invitation.teamIds } },
    select: { id: true },
  });
  const teamIds = teams.map((team) => team.id);
  await putInTeams(tx, { workspaceId }, { userId: person.id, teamIds });
  const actor: StaffActor = { kind: 'user', ...person, role, scope, teamIds };
  const fact = { action: 'member.joined', target: invitation.email, data: { role } } as const;
  await recordAudit(tx, { ...world, workspaceId, actor }, fact);
  return true;
}
