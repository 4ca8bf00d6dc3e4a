'use server';

import { agentAction } from '@/server/actions/agent-action';
import { deleteTier, saveTier } from './commands/save-tier';
import { tierIdInput, tierInput } from './inputs';

const permission = 'workspace.manage';

export const saveTierAction = agentAction({ permission, input: tierInput, run: saveTier });
export const deleteTierAction = agentAction({ permission, input: tierIdInput, run: deleteTier });
