'use server';

import { agentAction } from '@/server/actions/agent-action';
import { blockSender, unblockSender } from './commands/block-sender';
import { blockedSenderIdInput, blockSenderInput } from './inputs';

const permission = 'customer.block';

export const blockSenderAction = agentAction({ permission, input: blockSenderInput, run: blockSender });
export const unblockSenderAction = agentAction({
  permission,
  input: blockedSenderIdInput,
  run: unblockSender,
});
