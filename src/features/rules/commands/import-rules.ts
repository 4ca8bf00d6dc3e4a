import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { FileProblem } from '@/features/conditions/settle-references';
import type { ImportRulesInput } from '@/features/rules/inputs';
import { readRules } from '@/features/rules/portable';
import type { StaffContext } from '@/server/context';
import { allOrNothing } from '@/server/db/transaction';
import { saveRuleIn } from './save-rule';

type Refused =
  | Readonly<{ code: 'not_found' }>
  | Readonly<{ code: 'rule.file_wrong'; problems: readonly FileProblem[] }>;

/** Adds the rules of a file, switched off and last in order: all of them, or none and everything that is wrong. */
export async function importRules(
  ctx: StaffContext,
  { json }: ImportRulesInput,
): Promise<Result<Readonly<{ ruleIds: readonly string[] }>, Refused>> {
  if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
  const { rules, problems } = await readRules(ctx, json);
  if (problems.length > 0) return fail({ code: 'rule.file_wrong', problems });
  return allOrNothing(ctx, async (tx) => {
    const ruleIds: string[] = [];
    const wrong: FileProblem[] = [];
    for (const [index, { events, actions, ...rest }] of rules.entries()) {
      const saved = await saveRuleIn(tx, ctx, { ...rest, events: [...events], actions: [...actions] });
      if (saved.ok) ruleIds.push(saved.value.ruleId);
      else wrong.push({ at: `rules.${index}`, message: saved.error.code });
    }
    return wrong.length > 0 ? fail({ code: 'rule.file_wrong', problems: wrong }) : ok({ ruleIds });
  });
}
