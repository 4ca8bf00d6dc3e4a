import { recordFact } from '@/features/tickets/commands/record-fact';
import type { SystemContext } from '@/server/context';

const BATCH = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

type Edited = Readonly<{ calendarId: string; version: number }>;

/**
 * After a calendar was edited: open clocks that count by an older version of it keep what they have counted, and the rest
 * counts by the new hours from now on. Gives how many tickets; running it again changes nothing.
 */
export async function recalculateClocks(ctx: SystemContext, edited: Edited): Promise<number> {
  let [count, after] = [0, FIRST];
  for (;;) {
    const ids = await ticketsBehind(ctx, edited, after);
    for (const ticketId of ids) {
      const event = { type: 'sla.recalculated', ...edited } as const;
      count += (await recordFact(ctx, { ticketId, event })) ? 1 : 0;
    }
    const last = ids.at(-1);
    if (!last || ids.length < BATCH) return count;
    after = last;
  }
}

async function ticketsBehind(
  { db, workspaceId }: SystemContext,
  ...[{ calendarId, version }, after]: [Edited, string]
): Promise<string[]> {
  const rows = await db.$queryRaw<{ ticketId: string }[]>`
    select distinct "ticketId" from "SlaClock"
    where "workspaceId" = ${workspaceId}::uuid and "calendarId" = ${calendarId}::uuid
      and "calendarVersion" < ${version} and "fulfilledAt" is null and "cancelledAt" is null
      and "ticketId" > ${after}::uuid
    order by "ticketId" limit ${BATCH}`;
  return rows.map(({ ticketId }) => ticketId);
}
