import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { TeamInput } from '@/features/team/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'team.not_empty' }>;

/** Deletes a team that has no members, no mailbox and no ticket, past or present; any other would leave holes in history. */
export function deleteTeam(ctx: StaffContext, { teamId: id }: TeamInput): Promise<Result<null, Refused>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const team = await tx.team.findUnique({
      where: { workspaceId_id: { workspaceId, id } },
      select: { name: true, _count: { select: { members: true, channelAccounts: true } } },
    });
    if (!team) return fail({ code: 'not_found' });
    const ticket = await tx.ticket.findFirst({ where: { workspaceId, teamId: id }, select: { id: true } });
    if (ticket || team._count.members > 0 || team._count.channelAccounts > 0) {
      return fail({ code: 'team.not_empty' });
    }
    await tx.team.delete({ where: { workspaceId_id: { workspaceId, id } } });
    await recordAudit(tx, ctx, { action: 'team.deleted', target: team.name });
    return ok(null);
  });
}
