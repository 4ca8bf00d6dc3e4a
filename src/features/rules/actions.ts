'use server';

import { agentAction } from '@/server/actions/agent-action';
import { createFromTemplate } from './commands/create-from-template';
import { deleteRule } from './commands/delete-rule';
import { enableRule } from './commands/enable-rule';
import { importRules } from './commands/import-rules';
import { orderRules } from './commands/order-rules';
import { restoreRule } from './commands/restore-rule';
import { saveRule } from './commands/save-rule';
import { dryRunRule } from './dry-run';
import { exportRules } from './export-rules';
import * as asked from './inputs';

const permission = 'workspace.manage';

export const saveRuleAction = agentAction({ permission, input: asked.ruleInput, run: saveRule });
export const deleteRuleAction = agentAction({ permission, input: asked.ruleIdInput, run: deleteRule });
export const enableRuleAction = agentAction({ permission, input: asked.enableRuleInput, run: enableRule });
export const orderRulesAction = agentAction({ permission, input: asked.ruleOrderInput, run: orderRules });
export const restoreRuleAction = agentAction({
  permission,
  input: asked.restoreRuleInput,
  run: restoreRule,
});
export const dryRunRuleAction = agentAction({ permission, input: asked.dryRunRuleInput, run: dryRunRule });
export const createRuleFromTemplateAction = agentAction({
  permission,
  input: asked.ruleTemplateInput,
  run: createFromTemplate,
});
export const importRulesAction = agentAction({ permission, input: asked.importRulesInput, run: importRules });
export const exportRulesAction = agentAction({ permission, input: asked.exportRulesInput, run: exportRules });
