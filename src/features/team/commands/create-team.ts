import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { CreateTeamInput } from '@/features/team/inputs';
import type { Context } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Created = Readonly<{ teamId: string }>;

/** Creates a team without members. Names are unique in a workspace, whatever their case. */
export function createTeam(
  ctx: Context,
  { name }: CreateTeamInput,
): Promise<Result<Created, Readonly<{ code: 'name.taken' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const same = await tx.team.findFirst({
      where: { workspaceId, name: { equals: name, mode: 'insensitive' } },
      select: { id: true },
    });
    if (same) return fail({ code: 'name.taken' });
    const id = ctx.newId();
    await tx.team.create({ data: { workspaceId, id, name, createdAt: ctx.now() } });
    await recordAudit(tx, ctx, { action: 'team.created', target: name });
    return ok({ teamId: id });
  });
}
