'use server';

import { agentAction } from '@/server/actions/agent-action';
import * as asked from './admin-inputs';
import { deleteCalendar } from './commands/delete-calendar';
import { deletePolicy } from './commands/delete-policy';
import { orderPolicies } from './commands/order-policies';
import { restorePolicy } from './commands/restore-policy';
import { saveCalendar } from './commands/save-calendar';
import { savePolicy } from './commands/save-policy';
import { dryRunPolicy } from './dry-run';
import { calendarInput, policyInput } from './inputs';

const permission = 'workspace.manage';

export const saveCalendarAction = agentAction({ permission, input: calendarInput, run: saveCalendar });
export const deleteCalendarAction = agentAction({
  permission,
  input: asked.calendarIdInput,
  run: deleteCalendar,
});
export const savePolicyAction = agentAction({ permission, input: policyInput, run: savePolicy });
export const deletePolicyAction = agentAction({ permission, input: asked.policyIdInput, run: deletePolicy });
export const restorePolicyAction = agentAction({
  permission,
  input: asked.policyVersionInput,
  run: restorePolicy,
});
export const orderPoliciesAction = agentAction({
  permission,
  input: asked.policyOrderInput,
  run: orderPolicies,
});
export const dryRunPolicyAction = agentAction({ permission, input: asked.dryRunInput, run: dryRunPolicy });
