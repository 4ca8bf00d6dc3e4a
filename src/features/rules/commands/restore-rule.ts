import { fail, type Result } from '@/domain/shared/result';
import { type RestoreRuleInput, ruleInput } from '@/features/rules/inputs';
import type { StaffContext } from '@/server/context';
import { saveRule } from './save-rule';

type Refused = Readonly<{ code: 'not_found'; at?: string }> | Readonly<{ code: 'field.condition_wrong' }>;

/** Makes an earlier version of a rule the newest one; whether it is switched on stays as it is. */
export async function restoreRule(
  ctx: StaffContext,
  { ruleId, version }: RestoreRuleInput,
): Promise<Result<Readonly<{ ruleId: string; version: number }>, Refused>> {
  const { workspaceId } = ctx;
  const kept = await ctx.db.ruleVersion.findUnique({
    where: { workspaceId_ruleId_version: { workspaceId, ruleId, version } },
    select: { rule: true },
  });
  const read = kept && ruleInput.safeParse({ ...(kept.rule as object), id: ruleId });
  return read?.success ? saveRule(ctx, read.data) : fail({ code: 'not_found' });
}
