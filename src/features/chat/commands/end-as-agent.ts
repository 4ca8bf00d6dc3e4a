import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { ChatInput } from '@/features/chat/commands/take-chat';
import type { StaffContext } from '@/server/context';
import { endChatSession } from './end-chat';

/** A member ends a chat. The ticket stays as it is: what was asked may not be done yet. */
export async function endChatAsAgent(
  ctx: StaffContext,
  { sessionId }: ChatInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId, db, actor } = ctx;
  const chat = await db.chatSession.findUnique({
    where: { workspaceId_id: { workspaceId, id: sessionId } },
    select: { ticket: { select: { assigneeId: true, teamId: true, requesterId: true } } },
  });
  if (!chat?.ticket || !mayOnTicket(actor, 'ticket.reply', chat.ticket)) return fail({ code: 'not_found' });
  await endChatSession(ctx, { sessionId, by: 'agent' });
  return ok(null);
}
