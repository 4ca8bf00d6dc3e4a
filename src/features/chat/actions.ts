'use server';

import { agentAction } from '@/server/actions/agent-action';
import { declineChat } from './commands/decline-chat';
import { endChatAsAgent } from './commands/end-as-agent';
import { handOverChat } from './commands/hand-over-chat';
import { takeChatSession } from './commands/take-chat';
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
