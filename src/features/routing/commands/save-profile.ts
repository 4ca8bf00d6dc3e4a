import { may } from '@/domain/permission/can';
import type { WorkKind } from '@/domain/routing/capacity';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { agentIsFree } from '@/features/routing/jobs';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';
import { announce, routingTopic } from '@/server/live/announce';

type Profile = Readonly<{
  userId: string;
  languages: readonly string[];
  skillIds: readonly string[];
  /** Null: as the workspace says. */
  capacities: Readonly<Record<WorkKind, number | null>>;
}>;

type Refused = Readonly<{ code: 'not_found' }>;

/** Sets which languages and skills a member has and how much they take at a time. A skill of elsewhere reads as not found. */
export function saveProfile(ctx: StaffContext, input: Profile): Promise<Result<null, Refused>> {
  const { workspaceId } = ctx;
  const { userId, languages, capacities } = input;
  const skillIds = [...new Set(input.skillIds)];
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'people.manage')) return fail({ code: 'not_found' });
    const member = await tx.membership.findUnique({
      where: { workspaceId_userId: { workspaceId, userId } },
      select: { user: { select: { email: true } } },
    });
    const known = await tx.skill.count({ where: { workspaceId, id: { in: skillIds } } });
    if (!member || known !== skillIds.length) return fail({ code: 'not_found' });
    await tx.membership.update({
      where: { workspaceId_userId: { workspaceId, userId } },
      data: {
        languages: [...new Set(languages)],
        mailCapacity: capacities.mail,
        chatCapacity: capacities.chat,
        phoneCapacity: capacities.phone,
        socialCapacity: capacities.social,
      },
    });
    await saveSkills(tx, ctx, { userId, skillIds });
    const data = { languages: languages.join(', '), skills: skillIds.length };
    await recordAudit(tx, ctx, { action: 'member.profile_changed', target: member.user.email, data });
    await enqueue(tx, agentIsFree, { workspaceId, userId });
    await announce(tx, [routingTopic(workspaceId)]);
    return ok(null);
  });
}

type Skills = Readonly<{ userId: string; skillIds: readonly string[] }>;

async function saveSkills(tx: Tx, { workspaceId }: StaffContext, { userId, skillIds }: Skills) {
  await tx.memberSkill.deleteMany({ where: { workspaceId, userId } });
  await tx.memberSkill.createMany({ data: skillIds.map((skillId) => ({ workspaceId, userId, skillId })) });
}
