import { type Save, savesAsRows, savesAt } from '@/features/tickets/commands/saves';
import type { SystemContext } from '@/server/context';
import { sql } from '@/server/db/sql';

/** The saves that may plan to ask, call off asking, or end a follow-up. All others change nothing for surveys. */
export async function savesToPlan(
  { db, workspaceId }: SystemContext,
  saves: readonly Save[],
): Promise<readonly Save[]> {
  const rows = await db.$queryRaw<{ place: number }[]>(sql`
    select min(saved.place)::int as place from ${savesAsRows(saves)}
    join "Ticket" t on t."workspaceId" = ${workspaceId}::uuid and t.id = saved."ticketId"
    where (t.status in ('solved', 'closed') and exists (select from "SurveyDefinition" s
        where s."workspaceId" = t."workspaceId" and s.active and s.trigger in ('solved', 'schedule')))
      or exists (select from "SurveyInvite" i where i."workspaceId" = t."workspaceId" and i."ticketId" = t.id
        and i.state = 'waiting')
      or exists (select from "SurveyFollowUp" f where f."workspaceId" = t."workspaceId" and f."ticketId" = t.id)
    group by t.id order by 1`);
  return savesAt(saves, rows);
}
