import type { HelpVisitor } from '@/features/knowledge/help-visitor';

/**
 * Says what came of a visit: the request form made this ticket, of this customer. Later tickets of the customer count for the visit
 * too, whatever their channel (contracts G.14). Without a session there is nothing to say.
 */
export async function linkVisit(
  { db, workspaceId, now, sessionId }: Pick<HelpVisitor, 'db' | 'workspaceId' | 'now' | 'sessionId'>,
  { ticketId, customerId }: Readonly<{ ticketId: string; customerId: string }>,
): Promise<void> {
  if (sessionId === null) return;
  await db.helpSession.updateMany({ where: { workspaceId, id: sessionId }, data: { customerId } });
  await db.helpSession.updateMany({
    where: { workspaceId, id: sessionId, ticketId: null },
    data: { ticketId, ticketAt: now() },
  });
}
