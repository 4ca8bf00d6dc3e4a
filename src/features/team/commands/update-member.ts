import { fail, ok, type Result } from '@/domain/shared/result';
import { mayChangeRole } from '@/domain/team/membership';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { UpdateMemberInput } from '@/features/team/inputs';
import { lockMember, putInTeams, teamsExist } from '@/features/team/people-lock';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{
  code: 'not_found' | 'role.too_high' | 'member.last_owner' | 'member.not_yourself';
}>;

/** Changes what a member may do and which teams they are in. */
export function updateMember(ctx: StaffContext, input: UpdateMemberInput): Promise<Result<null, Refused>> {
  const { workspaceId } = ctx;
  const { userId, role, scope, teamIds } = input;
  return transaction(ctx, async (tx) => {
    const found = await lockMember(tx, ctx, userId);
    if (!found || !(await teamsExist(tx, ctx, teamIds))) return fail({ code: 'not_found' });
    const allowed = mayChangeRole({ by: ctx.actor, ...found, role });
    if (!allowed.ok) return allowed;

    const before = await rightsOf(tx, ctx, userId);
    await tx.membership.update({
      where: { workspaceId_userId: { workspaceId, userId } },
      data: { role, scope },
    });
    await putInTeams(tx, ctx, { userId, teamIds });
    const after = await rightsOf(tx, ctx, userId);
    const data = differences(before, after);
    if (Object.keys(data).length > 0) {
      await recordAudit(tx, ctx, { action: 'member.changed', target: found.member.email, data });
    }
    return ok(null);
  });
}

type Rights = Readonly<{ role: string; scope: string; teams: string }>;

async function rightsOf(tx: Tx, { workspaceId }: StaffContext, userId: string): Promise<Rights> {
  const { role, scope, teams } = await tx.membership.findUniqueOrThrow({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { role: true, scope: true, teams: { select: { team: { select: { name: true } } } } },
  });
  const names = teams.map(({ team }) => team.name).sort();
  return { role, scope, teams: names.join(', ') };
}

/** Old and new value of each right that changed, such as `{ roleFrom: 'agent', roleTo: 'admin' }`. */
function differences(before: Rights, after: Rights): Record<string, string> {
  const changed = (['role', 'scope', 'teams'] as const).filter((right) => before[right] !== after[right]);
  return Object.fromEntries(
    changed.flatMap((right) => [
      [`${right}From`, before[right]],
      [`${right}To`, after[right]],
    ]),
  );
}
