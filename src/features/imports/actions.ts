'use server';

import { agentAction } from '@/server/actions/agent-action';
import { beginImport, deleteImport } from './commands/begin-import';
import { importIdInput, mappingInput } from './inputs';

const permission = 'customer.import';

export const beginImportAction = agentAction({ permission, input: mappingInput, run: beginImport });
export const deleteImportAction = agentAction({ permission, input: importIdInput, run: deleteImport });
