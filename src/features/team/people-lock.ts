import type { Member } from '@/domain/team/membership';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

export type LockedMember = Member & Readonly<{ name: string; email: string }>;

/**
 * The member, and how many active owners the workspace has; locked until the transaction ends, so that two owners cannot
 * each take the other's role at the same moment. Null when there is no such member.
 */
export async function lockMember(
  tx: Tx,
  ctx: StaffContext,
  userId: string,
): Promise<Readonly<{ member: LockedMember; owners: number }> | null> {
  const { workspaceId } = ctx;
  await tx.$queryRaw`select id from "Workspace" where id = ${workspaceId}::uuid for update`;
  const [row, owners] = [
    await tx.membership.findUnique({
      where: { workspaceId_userId: { workspaceId, userId } },
      select: { role: true, deactivatedAt: true, user: { select: { name: true, email: true } } },
    }),
    await tx.membership.count({ where: { workspaceId, role: 'owner', deactivatedAt: null } }),
  ];
  if (!row) return null;
  return { member: { userId, role: row.role, active: row.deactivatedAt === null, ...row.user }, owners };
}

/** True when all these are teams of this workspace. */
export async function teamsExist(tx: Tx, ctx: StaffContext, teamIds: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(teamIds)];
  if (wanted.length === 0) return true;
  const { workspaceId } = ctx;
  return (await tx.team.count({ where: { workspaceId, id: { in: wanted } } })) === wanted.length;
}

/** Puts the member into exactly these teams; who leads a team and stays in it goes on leading it. */
export async function putInTeams(
  tx: Tx,
  ctx: Pick<StaffContext, 'workspaceId'>,
  { userId, teamIds }: Readonly<{ userId: string; teamIds: readonly string[] }>,
): Promise<void> {
  const { workspaceId } = ctx;
  await tx.teamMember.deleteMany({ where: { workspaceId, userId, teamId: { notIn: [...teamIds] } } });
  await tx.teamMember.createMany({
    data: [...new Set(teamIds)].map((teamId) => ({ workspaceId, teamId, userId })),
    skipDuplicates: true,
  });
}
