import { type Save, savesAsRows, savesAt } from '@/features/tickets/commands/saves';
import type { SystemContext } from '@/server/context';
import { sql } from '@/server/db/sql';

/**
 * The saves that routing may have to answer: of tickets that nobody has or of which something is remembered, those that
 * moved a ticket or its status, and those on the desk of somebody who may be on leave. All others change nothing for it.
 */
export async function savesToRoute(
  { db, workspaceId, now }: SystemContext,
  saves: readonly Save[],
): Promise<readonly Save[]> {
  const rows = await db.$queryRaw<{ place: number }[]>(sql`
    select saved.place::int from ${savesAsRows(saves)}
    join "Ticket" t on t."workspaceId" = ${workspaceId}::uuid and t.id = saved."ticketId"
    where t."assigneeId" is null
      or exists (select from "RoutedTicket" r where r."workspaceId" = t."workspaceId" and r."ticketId" = t.id
        and (r."answerBy" is not null or r."waitingSince" is not null or cardinality(r."passedIds") > 0))
      or exists (select from "TicketEvent" e where e."workspaceId" = t."workspaceId" and e."ticketId" = t.id
        and e.at = saved.at
        and e.type in ('ticket.assigned', 'ticket.status_changed', 'ticket.team_changed', 'ticket.spam_changed', 'ticket.trash_changed'))
      or exists (select from "TimeOff" o where o."workspaceId" = t."workspaceId" and o."userId" = t."assigneeId"
        and ${now()}::timestamptz::date between o."fromOn" - 1 and o."untilOn" + 1)
    order by saved.place`);
  return savesAt(saves, rows);
}
