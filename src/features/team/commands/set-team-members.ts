import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { TeamMembersInput } from '@/features/team/inputs';
import type { Context } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Puts exactly these active members into the team; who leads must be among them. */
export function setTeamMembers(
  ctx: Context,
  { teamId, ...input }: TeamMembersInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  const memberIds = [...new Set(input.memberIds)];
  const leads = new Set(input.leadIds);
  return transaction(ctx, async (tx) => {
    const team = await tx.team.findUnique({
      where: { workspaceId_id: { workspaceId, id: teamId } },
      select: { name: true },
    });
    const active = await tx.membership.count({
      where: { workspaceId, userId: { in: memberIds }, deactivatedAt: null },
    });
    if (!team || active !== memberIds.length) return fail({ code: 'not_found' });

    await tx.teamMember.deleteMany({ where: { workspaceId, teamId } });
    await tx.teamMember.createMany({
      data: memberIds.map((userId) => ({ workspaceId, teamId, userId, lead: leads.has(userId) })),
    });
    const data = { members: memberIds.length };
    await recordAudit(tx, ctx, { action: 'team.members_changed', target: team.name, data });
    return ok(null);
  });
}
