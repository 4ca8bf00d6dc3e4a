import type { ChatVisitor, VisitorContext } from './visitor';

/** The ticket of the visitor's newest chat, once it is over and somebody had answered in it; null otherwise. */
export async function endedTicket(
  { db, workspaceId }: Pick<VisitorContext, 'db' | 'workspaceId'>,
  { sessionId }: Pick<ChatVisitor, 'sessionId'>,
): Promise<string | null> {
  if (!sessionId) return null;
  const row = await db.chatSession.findUnique({
    where: { workspaceId_id: { workspaceId, id: sessionId } },
    select: { state: true, acceptedById: true, ticketId: true },
  });
  return row?.state === 'ended' && row.acceptedById ? row.ticketId : null;
}
