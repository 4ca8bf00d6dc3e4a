'use server';

import { agentAction } from '@/server/actions/agent-action';
import { blockedItemInput, blockedSenderIdInput, blockSenderInput } from './commands/block-fields';
import { blockSender, unblockSender } from './commands/block-sender';
import { releaseBlocked, setBlockedAside } from './commands/settle-blocked';

const permission = 'customer.block';

export const blockSenderAction = agentAction({ permission, input: blockSenderInput, run: blockSender });
export const unblockSenderAction = agentAction({
  permission,
  input: blockedSenderIdInput,
  run: unblockSender,
});
export const releaseBlockedAction = agentAction({
  permission: 'mail.read',
  input: blockedItemInput,
  run: releaseBlocked,
});
export const setBlockedAsideAction = agentAction({
  permission: 'mail.read',
  input: blockedItemInput,
  run: setBlockedAside,
});
