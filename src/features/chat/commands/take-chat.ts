import { takeChat } from '@/domain/chat/life';
import { fail, ok, type Result } from '@/domain/shared/result';
import { saveChat } from '@/features/chat/store';
import { chatForStaff } from '@/features/chat/ticket-of-chat';
import { closeOffer } from '@/features/routing/commands/close-offer';
import { giveTo } from '@/features/tickets/commands/give-to';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

export type ChatInput = Readonly<{ sessionId: string }>;
type Refused = Readonly<{ code: 'not_found' | 'forbidden' | 'chat.ended' }>;

/** A member takes a chat that waits or was offered to them, or takes it over from somebody else; the ticket is theirs. */
export function takeChatSession(ctx: StaffContext, { sessionId }: ChatInput): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    const { id: userId, name } = ctx.actor;
    const found = await chatForStaff(tx, ctx, { sessionId, permission: 'ticket.reply' });
    if (!found) return fail({ code: 'not_found' });
    const { chat, ticket } = found;
    if (!userId) return fail({ code: 'forbidden' });
    if (chat.state === 'ended') return fail({ code: 'chat.ended' });
    await giveTo(tx, ctx, { ticketId: ticket.id, userId });
    await closeOffer(tx, ctx, ticket.id);
    const { after, lines } = takeChat(chat, userId, ctx.now());
    const entries = lines.map((line) => ({ type: 'line', line, personName: name }) as const);
    const watchedBy = [userId, ticket.assigneeId];
    if (after !== chat)
      await saveChat(tx, ctx, { before: chat, after: { ...chat, ...after }, entries, watchedBy });
    return ok(null);
  });
}
