'use server';

import { agentAction } from '@/server/actions/agent-action';
import { correctFocus } from './commands/correct-focus';
import { correctionInput } from './inputs';

export const correctFocusAction = agentAction({
  permission: 'ticket.reply',
  input: correctionInput,
  run: correctFocus,
});
