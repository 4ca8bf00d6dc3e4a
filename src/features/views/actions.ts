'use server';

import { changeEach } from '@/features/tickets/commands/change-each';
import { changeEachInput } from '@/features/tickets/commands/change-each-fields';
import { agentAction } from '@/server/actions/agent-action';
import { deleteView } from './commands/delete-view';
import { importViews } from './commands/import-views';
import { saveView } from './commands/save-view';
import { setViewLook } from './commands/set-view-look';
import * as inputs from './inputs';

const permission = 'ticket.read';

export const saveViewAction = agentAction({ permission, input: inputs.viewInput, run: saveView });
export const deleteViewAction = agentAction({ permission, input: inputs.viewIdInput, run: deleteView });
export const setViewLookAction = agentAction({ permission, input: inputs.viewLookInput, run: setViewLook });
export const importViewsAction = agentAction({
  permission,
  input: inputs.importViewsInput,
  run: importViews,
});
export const changeEachAction = agentAction({
  permission: 'ticket.update',
  input: changeEachInput,
  run: changeEach,
});
