import { z } from 'zod';
import { RULE_TEMPLATE_KEYS } from '@/domain/rule/templates';
import { checkRule, ruleShape, ruleTerms } from './commands/rule-fields';

/** Without an id it is a new rule, last in order and switched off unless `active` says otherwise. */
export const ruleInput = z
  .object({ ...ruleShape, id: z.uuid().optional(), active: z.boolean().optional() })
  .superRefine(checkRule);
export type RuleInput = z.output<typeof ruleInput>;

export const ruleIdInput = z.object({ ruleId: z.uuid() });
export type RuleIdInput = z.output<typeof ruleIdInput>;

/** All rules of one kind in their new order. */
export const ruleOrderInput = z.object({ ruleIds: z.array(z.uuid()).min(1).max(1000) });
export type RuleOrderInput = z.output<typeof ruleOrderInput>;

export const enableRuleInput = z.object({ ruleId: z.uuid(), active: z.boolean() });
export type EnableRuleInput = z.output<typeof enableRuleInput>;

export const restoreRuleInput = z.object({ ruleId: z.uuid(), version: z.int().min(1) });
export type RestoreRuleInput = z.output<typeof restoreRuleInput>;

/** A rule that need not be saved. */
export const dryRunRuleInput = ruleTerms;
export type DryRunRuleInput = z.output<typeof dryRunRuleInput>;

export const ruleTemplateInput = z.object({ template: z.enum(RULE_TEMPLATE_KEYS) });
export type RuleTemplateInput = z.output<typeof ruleTemplateInput>;

/** The text of a file that `exportRules` made, here or elsewhere. */
export const importRulesInput = z.object({ json: z.string().min(2).max(2_000_000) });
export type ImportRulesInput = z.output<typeof importRulesInput>;

/** Absent: all rules. */
export const exportRulesInput = z.object({ ruleIds: z.array(z.uuid()).max(1000).optional() });
export type ExportRulesInput = z.output<typeof exportRulesInput>;

const ruleRunsInput = z.object({
  ruleId: z.uuid().optional(),
  ticketId: z.uuid().optional(),
  /** Runs before this one. */
  before: z.uuid().optional(),
  limit: z.int().min(1).max(200).default(50),
});
export type RuleRunsInput = z.output<typeof ruleRunsInput>;
