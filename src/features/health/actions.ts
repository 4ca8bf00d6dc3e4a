'use server';

import { agentAction } from '@/server/actions/agent-action';
import { retryDeadLetter } from './commands/retry-dead-letter';
import { deadLetterInput } from './inputs';

export const retryDeadLetterAction = agentAction({
  permission: 'workspace.manage',
  input: deadLetterInput,
  run: retryDeadLetter,
});
