'use server';

import { agentAction } from '@/server/actions/agent-action';
import { publicForm } from '@/server/actions/public-form';
import { changeMailText, resetMailText } from './commands/change-mail-text';
import { setUp } from './commands/set-up';
import { updateWorkspace } from './commands/update-workspace';
import * as inputs from './inputs';

const permission = 'workspace.manage';

export const setUpAction = publicForm({ input: inputs.setUpInput, run: setUp });

export const updateWorkspaceAction = agentAction({
  permission,
  input: inputs.updateWorkspaceInput,
  run: updateWorkspace,
});
export const changeMailTextAction = agentAction({
  permission,
  input: inputs.mailTextInput,
  run: changeMailText,
});
export const resetMailTextAction = agentAction({
  permission,
  input: inputs.resetMailTextInput,
  run: resetMailText,
});
