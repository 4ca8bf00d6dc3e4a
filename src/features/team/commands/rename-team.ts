import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { RenameTeamInput } from '@/features/team/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'name.taken' }>;

/** Gives a team another name. */
export function renameTeam(
  ctx: StaffContext,
  { teamId: id, name }: RenameTeamInput,
): Promise<Result<null, Refused>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const team = await tx.team.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (!team) return fail({ code: 'not_found' });
    if (team.name === name) return ok(null);
    const same = await tx.team.findFirst({
      where: { workspaceId, id: { not: id }, name: { equals: name, mode: 'insensitive' } },
      select: { id: true },
    });
    if (same) return fail({ code: 'name.taken' });
    await tx.team.update({ where: { workspaceId_id: { workspaceId, id } }, data: { name } });
    await recordAudit(tx, ctx, { action: 'team.renamed', target: name, data: { from: team.name } });
    return ok(null);
  });
}
