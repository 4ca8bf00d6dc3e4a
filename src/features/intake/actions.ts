'use server';
import { agentAction } from '@/server/actions/agent-action';
import { processAgain } from './commands/process-again';
import { sourceRetentionInput } from './commands/retention-fields';
import { saveSourceRetention } from './commands/save-source-retention';
import { setAside } from './commands/set-aside';
import { heldInput } from './inputs';

export const processAgainAction = agentAction({
  permission: 'mail.read',
  input: heldInput,
  run: processAgain,
});
export const setAsideAction = agentAction({ permission: 'mail.read', input: heldInput, run: setAside });
export const saveSourceRetentionAction = agentAction({
  permission: 'workspace.manage',
  input: sourceRetentionInput,
  run: saveSourceRetention,
});
