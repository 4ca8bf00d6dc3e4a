import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { FileProblem } from '@/features/conditions/settle-references';
import type { ImportRulesInput } from '@/features/rules/inputs';
import { readRules } from '@/features/rules/portable';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { saveRuleIn } from './save-rule';

type Refused =
  | Readonly<{ code: 'not_found'; at?: string }>
  | Readonly<{ code: 'field.condition_wrong' }>
  | Readonly<{ code: 'rule.file_wrong'; problems: readonly FileProblem[] }>;

/** Adds the rules of a file, switched off and last in order: all of them, or none and everything that is wrong. */
export async function importRules(
  ctx: StaffContext,
  { json }: ImportRulesInput,
): Promise<Result<Readonly<{ ruleIds: readonly string[] }>, Refused>> {
  if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
  const { rules, problems } = await readRules(ctx, json);
  if (problems.length > 0) return fail({ code: 'rule.file_wrong', problems });
  return transaction(ctx, async (tx) => {
    const ruleIds: string[] = [];
    for (const terms of rules) {
      const { events, actions, ...rest } = terms;
      const saved = await saveRuleIn(tx, ctx, { ...rest, events: [...events], actions: [...actions] });
      if (!saved.ok) return saved;
      ruleIds.push(saved.value.ruleId);
    }
    return ok({ ruleIds });
  });
}
