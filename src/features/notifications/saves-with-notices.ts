import { type Save, savesAsRows, savesAt } from '@/features/tickets/commands/saves';
import type { SystemContext } from '@/server/context';
import { sql } from '@/server/db/sql';

/** The saves of which somebody may have to be told; which those are in the end, `noticesOf` says. */
export async function savesWithNotices(
  { db, workspaceId }: SystemContext,
  saves: readonly Save[],
): Promise<readonly Save[]> {
  const rows = await db.$queryRaw<{ place: number }[]>(sql`
    select saved.place::int from ${savesAsRows(saves)}
    where exists (select from "TicketEvent" e where e."workspaceId" = ${workspaceId}::uuid
      and e."ticketId" = saved."ticketId" and e.at = saved.at
      and (e.type in ('ticket.assigned', 'ticket.created', 'ticket.team_changed', 'ticket.woken', 'side.received', 'message.delivery_changed')
        or (e.type = 'message.added' and e.data->>'direction' = 'inbound'
          and e.data->>'channel' is distinct from 'chat')
        or (e.type = 'message.added' and e.data->>'mentions' is not null)
        or (e.type in ('message.added', 'ticket.status_changed') and exists (select from "Follower" f
          where f."workspaceId" = e."workspaceId" and f."ticketId" = e."ticketId"))))
    order by saved.place`);
  return savesAt(saves, rows);
}
