'use server';

import { agentAction } from '@/server/actions/agent-action';
import { archiveField } from './commands/archive-field';
import { deleteField } from './commands/delete-field';
import { orderFields } from './commands/order-fields';
import { saveField } from './commands/save-field';
import { setOwnFields } from './commands/set-own-fields';
import * as inputs from './inputs';

const permission = 'workspace.manage';

export const saveFieldAction = agentAction({ permission, input: inputs.fieldInput, run: saveField });
export const archiveFieldAction = agentAction({
  permission,
  input: inputs.archiveFieldInput,
  run: archiveField,
});
export const deleteFieldAction = agentAction({ permission, input: inputs.fieldIdInput, run: deleteField });
export const orderFieldsAction = agentAction({ permission, input: inputs.fieldOrderInput, run: orderFields });
export const setOwnFieldsAction = agentAction({
  permission: 'customer.write',
  input: inputs.ownFieldsInput,
  run: setOwnFields,
});
