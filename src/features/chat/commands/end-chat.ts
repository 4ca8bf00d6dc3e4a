import { type ChatEnd, endChat } from '@/domain/chat/life';
import { lockChat, saveChat } from '@/features/chat/store';
import { freeAgent } from '@/features/routing/commands/free-agent';
import type { Context } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Ends a chat from either side; one that has ended stays as it is. False when it is not here. Asks nobody's leave. */
export function endChatSession(
  ctx: Context,
  { sessionId, by }: Readonly<{ sessionId: string; by: ChatEnd }>,
): Promise<boolean> {
  return transaction(ctx, async (tx) => {
    const chat = await lockChat(tx, ctx, sessionId);
    if (!chat) return false;
    const { after, lines } = endChat(chat, by, ctx.now());
    if (after === chat) return true;
    const entries = lines.map((line) => ({ type: 'line', line, personName: null }) as const);
    await saveChat(tx, ctx, { before: chat, after: { ...chat, ...after }, entries, watchedBy: [] });
    if (chat.acceptedById) await freeAgent(tx, ctx, chat.acceptedById);
    return true;
  });
}
