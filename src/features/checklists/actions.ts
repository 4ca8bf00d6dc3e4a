'use server';

import { agentAction } from '@/server/actions/agent-action';
import { addChecklist } from './commands/add-checklist';
import { addItem } from './commands/add-item';
import { changeItem } from './commands/change-item';
import { deleteTemplate } from './commands/delete-template';
import { removeChecklist } from './commands/remove-checklist';
import { removeItem } from './commands/remove-item';
import { saveTemplate } from './commands/save-template';
import {
  addChecklistInput,
  addItemInput,
  changeItemInput,
  removeChecklistInput,
  removeItemInput,
  templateIdInput,
  templateInput,
} from './inputs';

const permission = 'ticket.update';

export const addChecklistAction = agentAction({ permission, input: addChecklistInput, run: addChecklist });
export const removeChecklistAction = agentAction({
  permission,
  input: removeChecklistInput,
  run: removeChecklist,
});
export const addItemAction = agentAction({ permission, input: addItemInput, run: addItem });
export const changeItemAction = agentAction({ permission, input: changeItemInput, run: changeItem });
export const removeItemAction = agentAction({ permission, input: removeItemInput, run: removeItem });

const managing = 'macro.manage';

export const saveTemplateAction = agentAction({
  permission: managing,
  input: templateInput,
  run: saveTemplate,
});
export const deleteTemplateAction = agentAction({
  permission: managing,
  input: templateIdInput,
  run: deleteTemplate,
});
