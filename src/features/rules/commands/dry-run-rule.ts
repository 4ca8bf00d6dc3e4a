import type { Result } from '@/domain/shared/result';
import { dryRunRule, type RuleDryRun } from '@/features/rules/dry-run';
import type { DryRunRuleInput } from '@/features/rules/inputs';
import type { StaffContext } from '@/server/context';

/** What a rule would have done; for other features. Nothing is changed and nobody is told. */
export const runDryRule = (ctx: StaffContext, input: DryRunRuleInput): Promise<Result<RuleDryRun, never>> =>
  dryRunRule(ctx, input);
