'use server';

import { agentAction } from '@/server/actions/agent-action';
import { chatAccountId, chatAccountInput } from './commands/account-input';
import { declineChat } from './commands/decline-chat';
import { endChatAsAgent } from './commands/end-as-agent';
import { handOverChat } from './commands/hand-over-chat';
import { renewIdentitySecret } from './commands/renew-identity-secret';
import { saveChatAccount } from './commands/save-chat-account';
import { takeChatSession } from './commands/take-chat';
import { tryChat } from './commands/try-chat';
import { chatInput, handOverInput } from './inputs';

export const takeChatAction = agentAction({
  permission: 'ticket.reply',
  input: chatInput,
  run: takeChatSession,
});
export const declineChatAction = agentAction({
  permission: 'ticket.reply',
  input: chatInput,
  run: declineChat,
});
export const handOverChatAction = agentAction({
  permission: 'ticket.update',
  input: handOverInput,
  run: handOverChat,
});
export const endChatAction = agentAction({
  permission: 'ticket.reply',
  input: chatInput,
  run: endChatAsAgent,
});
export const saveChatAccountAction = agentAction({
  permission: 'channel.manage',
  input: chatAccountInput,
  run: saveChatAccount,
});
export const renewIdentitySecretAction = agentAction({
  permission: 'channel.manage',
  input: chatAccountId,
  run: renewIdentitySecret,
});
export const tryChatAction = agentAction({
  permission: 'channel.manage',
  input: chatAccountId,
  run: tryChat,
});
