import type { RuleTerms } from '@/domain/rule/rule';
import { ok } from '@/domain/shared/result';
import { namesOf, referencesIn } from '@/features/conditions/references';
import type { StaffContext } from '@/server/context';
import type { ExportRulesInput } from './inputs';
import { RULE_FILE } from './portable';

const MOST_RULES = 500;

/** Rules as the text of a file, with the names of what they point at, so that another workspace can find its own. */
export async function exportRules(
  { db, workspaceId }: StaffContext,
  { ruleIds }: ExportRulesInput,
): Promise<Readonly<{ ok: true; value: Readonly<{ json: string; count: number }> }>> {
  const rows = await db.rule.findMany({
    where: { workspaceId, ...(ruleIds && { id: { in: ruleIds } }) },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: MOST_RULES,
    select: {
      kind: true,
      name: true,
      events: true,
      conditions: true,
      actions: true,
      calendarId: true,
      hourlyLimit: true,
    },
  });
  const rules = rows as unknown as RuleTerms[];
  const names = await namesOf(db, workspaceId, rules.flatMap(referencesIn));
  return ok({ json: JSON.stringify({ ...RULE_FILE, rules, names }, null, 2), count: rules.length });
}
