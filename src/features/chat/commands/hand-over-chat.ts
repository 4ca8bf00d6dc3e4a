import { releaseChat } from '@/domain/chat/life';
import { fail, ok, type Result } from '@/domain/shared/result';
import { saveChat } from '@/features/chat/store';
import { chatForStaff } from '@/features/chat/ticket-of-chat';
import { closeOffer } from '@/features/routing/commands/close-offer';
import { giveTo } from '@/features/tickets/commands/give-to';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

export type HandOver = Readonly<{ sessionId: string; teamId: string }>;
type Refused = Readonly<{ code: 'not_found' | 'chat.ended' }>;

/** Hands a chat over to a team: nobody has it until somebody there takes it, or routing offers it to one of them. */
export function handOverChat(
  ctx: StaffContext,
  { sessionId, teamId }: HandOver,
): Promise<Result<null, Refused>> {
  const { workspaceId, actor } = ctx;
  return transaction(ctx, async (tx) => {
    const found = await chatForStaff(tx, ctx, { sessionId, permission: 'ticket.update' });
    const team = await tx.team.findUnique({
      where: { workspaceId_id: { workspaceId, id: teamId } },
      select: { id: true },
    });
    if (!found || !team) return fail({ code: 'not_found' });
    const { chat, ticket } = found;
    if (chat.state === 'ended') return fail({ code: 'chat.ended' });
    await closeOffer(tx, ctx, ticket.id);
    await giveTo(tx, ctx, { ticketId: ticket.id, userId: null, teamId });
    const { after } = releaseChat(chat, ctx.now());
    const line = { kind: 'transferred', personId: null, detail: null } as const;
    await saveChat(tx, ctx, {
      before: chat,
      after: { ...chat, ...after },
      entries: [{ type: 'line', line, personName: null }],
      watchedBy: [actor.id, ticket.assigneeId],
    });
    return ok(null);
  });
}
