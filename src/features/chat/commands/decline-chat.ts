import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { ChatInput } from '@/features/chat/commands/take-chat';
import { declineOffer } from '@/features/routing/commands/decline-offer';
import type { StaffContext } from '@/server/context';
import { announce, chatsTopic } from '@/server/live/announce';

/** A member does not take the chat that was offered to them: it goes back to the queue, and not to them again. */
export async function declineChat(
  ctx: StaffContext,
  { sessionId }: ChatInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId, db, actor } = ctx;
  const chat = await db.chatSession.findUnique({
    where: { workspaceId_id: { workspaceId, id: sessionId } },
    select: { ticket: { select: { id: true, assigneeId: true, teamId: true, requesterId: true } } },
  });
  const ticket = chat?.ticket;
  if (!ticket || !mayOnTicket(actor, 'ticket.reply', ticket)) return fail({ code: 'not_found' });
  if (!(await declineOffer(ctx, ticket.id))) return fail({ code: 'not_found' });
  if (actor.id) await announce(db, [chatsTopic(workspaceId, actor.id)]);
  return ok(null);
}
