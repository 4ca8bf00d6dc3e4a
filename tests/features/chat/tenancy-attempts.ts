import { declineChat } from '@/features/chat/commands/decline-chat';
import { endChatAsAgent } from '@/features/chat/commands/end-as-agent';
import { handOverChat } from '@/features/chat/commands/hand-over-chat';
import { renewIdentitySecret } from '@/features/chat/commands/renew-identity-secret';
import { saveChatAccount } from '@/features/chat/commands/save-chat-account';
import { takeChatSession } from '@/features/chat/commands/take-chat';
import { tryChat } from '@/features/chat/commands/try-chat';
import type { StaffContext } from '@/server/context';
import { accountInput, chatIn } from './chat-in';

type Other = Readonly<{ chatAccountId: string; chatId: string; teamId: string; calendarId: string }>;
type Attempt = (ctx: StaffContext, other: Other) => Promise<{ ok: boolean; error?: unknown }>;

/** A chat account and a chat, for the other workspace to have. */
export const chatRows = (owner: StaffContext) => chatIn(owner);

/** What each action about chats runs, tried with the ids of another workspace. */
export const CHAT_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  takeChatSession: [(ctx, { chatId }) => takeChatSession(ctx, { sessionId: chatId })],
  declineChat: [(ctx, { chatId }) => declineChat(ctx, { sessionId: chatId })],
  endChatAsAgent: [(ctx, { chatId }) => endChatAsAgent(ctx, { sessionId: chatId })],
  handOverChat: [
    (ctx, { chatId, teamId }) => handOverChat(ctx, { sessionId: chatId, teamId }),
    async (ctx, { teamId }) => handOverChat(ctx, { sessionId: (await chatIn(ctx)).chatId, teamId }),
  ],
  saveChatAccount: [
    (ctx, { chatAccountId }) => saveChatAccount(ctx, accountInput({ accountId: chatAccountId })),
    (ctx, { teamId }) => saveChatAccount(ctx, accountInput({ teamId })),
    (ctx, { calendarId }) => saveChatAccount(ctx, accountInput({ calendarId })),
  ],
  renewIdentitySecret: [(ctx, { chatAccountId }) => renewIdentitySecret(ctx, { accountId: chatAccountId })],
  tryChat: [(ctx, { chatAccountId }) => tryChat(ctx, { accountId: chatAccountId })],
};
