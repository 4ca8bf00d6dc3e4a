'use server';

import { undoMacroOnTicket } from '@/features/tickets/commands/undo-macro';
import { agentAction } from '@/server/actions/agent-action';
import { activateMacro } from './commands/activate-macro';
import { applyMacro } from './commands/apply-macro';
import { copyMacro } from './commands/copy-macro';
import { deleteMacro } from './commands/delete-macro';
import { favouriteMacro } from './commands/favourite-macro';
import { importMacros } from './commands/import-macros';
import { orderMacros } from './commands/order-macros';
import { saveMacro } from './commands/save-macro';
import * as inputs from './inputs';

const permission = 'ticket.note';

export const saveMacroAction = agentAction({ permission, input: inputs.macroInput, run: saveMacro });
export const deleteMacroAction = agentAction({ permission, input: inputs.macroIdInput, run: deleteMacro });
export const copyMacroAction = agentAction({ permission, input: inputs.macroIdInput, run: copyMacro });
export const activateMacroAction = agentAction({
  permission,
  input: inputs.activateMacroInput,
  run: activateMacro,
});
export const favouriteMacroAction = agentAction({
  permission,
  input: inputs.favouriteMacroInput,
  run: favouriteMacro,
});
export const orderMacrosAction = agentAction({ permission, input: inputs.macroOrderInput, run: orderMacros });
export const importMacrosAction = agentAction({
  permission,
  input: inputs.importMacrosInput,
  run: importMacros,
});
export const applyMacroAction = agentAction({ permission, input: inputs.applyMacroInput, run: applyMacro });
export const undoMacroAction = agentAction({
  permission,
  input: inputs.undoMacroInput,
  run: undoMacroOnTicket,
});
