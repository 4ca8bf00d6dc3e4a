import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { SkillInput } from '@/features/routing/inputs';
import { ensureTags } from '@/features/tickets/commands/ensure-tags';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'name.taken' }>;
type Saved = Readonly<{ skillId: string }>;

/** Makes or changes a skill and the tags that ask for it. Fails with `name.taken` when another one has the name. */
export function saveSkill(ctx: StaffContext, input: SkillInput): Promise<Result<Saved, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
    const same = await tx.skill.findUnique({
      where: { workspaceId_name: { workspaceId, name: input.name } },
      select: { id: true },
    });
    if (same && same.id !== input.skillId) return fail({ code: 'name.taken' });
    const skillId = await saveName(tx, ctx, input);
    if (!skillId) return fail({ code: 'not_found' });
    const tagIds = await ensureTags(tx, ctx, input.tags);
    await tx.skillTag.deleteMany({ where: { workspaceId, skillId } });
    await tx.skillTag.createMany({ data: tagIds.map((tagId) => ({ workspaceId, skillId, tagId })) });
    const action = input.skillId ? 'skill.changed' : 'skill.created';
    await recordAudit(tx, ctx, { action, target: input.name, data: { tags: input.tags.join(', ') } });
    return ok({ skillId });
  });
}

async function saveName(tx: Tx, ctx: StaffContext, { skillId, name }: SkillInput): Promise<string | null> {
  const { workspaceId } = ctx;
  if (!skillId) {
    const id = ctx.newId();
    await tx.skill.create({ data: { workspaceId, id, name, createdAt: ctx.now() } });
    return id;
  }
  const { count } = await tx.skill.updateMany({ where: { workspaceId, id: skillId }, data: { name } });
  return count === 0 ? null : skillId;
}
