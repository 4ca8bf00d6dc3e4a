'use server';

import { agentAction } from '@/server/actions/agent-action';
import { beginImport, deleteImport } from './commands/begin-import';
import { cancelImport, resumeImport } from './commands/cancel-import';
import { rereadImport } from './commands/reread-import';
import { importIdInput, mappingInput, rereadInput } from './inputs';

const permission = 'customer.import';

export const beginImportAction = agentAction({ permission, input: mappingInput, run: beginImport });
export const deleteImportAction = agentAction({ permission, input: importIdInput, run: deleteImport });
export const cancelImportAction = agentAction({ permission, input: importIdInput, run: cancelImport });
export const resumeImportAction = agentAction({ permission, input: importIdInput, run: resumeImport });
export const rereadImportAction = agentAction({ permission, input: rereadInput, run: rereadImport });
