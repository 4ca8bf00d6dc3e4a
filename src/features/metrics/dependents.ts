import type { Tx } from '@/server/db/client';

type Dependent = Readonly<{ subject: string; id: string }>;

/**
 * What else counts otherwise when these tickets change: their calls, chats and surveys, which take over tags and the like, and
 * the visits to the help centre that the same person made within a day before the ticket.
 */
export async function dependentsOf(
  tx: Tx,
  ...[workspaceId, ticketIds]: [string, readonly string[]]
): Promise<Dependent[]> {
  if (ticketIds.length === 0) return [];
  const ids = [...ticketIds];
  return tx.$queryRaw<Dependent[]>`
    select 'call' as subject, id from "CallLog"
      where "workspaceId" = ${workspaceId}::uuid and "ticketId" = any(${ids}::uuid[])
    union all select 'chat', id from "ChatSession"
      where "workspaceId" = ${workspaceId}::uuid and "ticketId" = any(${ids}::uuid[])
    union all select 'survey', id from "SurveyInvite"
      where "workspaceId" = ${workspaceId}::uuid and "ticketId" = any(${ids}::uuid[])
    union all select 'visit', id from "HelpSession"
      where "workspaceId" = ${workspaceId}::uuid and "ticketId" = any(${ids}::uuid[])
    union all select 'visit', s.id from "Ticket" t
      join "HelpSession" s on s."workspaceId" = t."workspaceId" and s."customerId" = t."requesterId"
        and s."intentAt" <= t."createdAt" and s."intentAt" > t."createdAt" - interval '1 day'
      where t."workspaceId" = ${workspaceId}::uuid and t.id = any(${ids}::uuid[])`;
}
