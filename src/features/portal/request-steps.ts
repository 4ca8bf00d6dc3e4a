import type { PromiseAbout } from '@/domain/promise/promise';
import type { CustomerContext } from '@/server/portal/portal-page';

/** What happened to a request besides messages, in the measure in which its customer has to do with it. */
export type RequestStep = Readonly<{
  /** Its place in the history of the ticket. */
  id: string;
  at: Date;
  what: 'solved' | 'reopened' | 'promised';
  /** For `promised`: what, and by when (ISO 8601). */
  about: PromiseAbout | null;
  dueAt: string | null;
}>;

const MOST_STEPS = 100;

/** Steps from an instant on, the latest hundred, oldest first; none on pages of earlier messages. In at most one query. */
export async function stepsOf(
  { db, workspaceId }: CustomerContext,
  ticketId: string,
  shown: Readonly<{ from: Date | undefined; before: boolean }>,
): Promise<readonly RequestStep[]> {
  if (shown.before || !shown.from) return [];
  const rows = await db.$queryRaw<RequestStep[]>`
    select e.position::text as id, e.at, e.data->>'about' as about, e.data->>'dueAt' as "dueAt", case
      when e.type = 'promise.made' then 'promised' when e.data->>'to' = 'solved' then 'solved' else 'reopened' end as what
    from "TicketEvent" e
    where e."workspaceId" = ${workspaceId}::uuid and e."ticketId" = ${ticketId}::uuid
      and e.at >= ${shown.from}::timestamptz and (e.type = 'promise.made' or (e.type = 'ticket.status_changed' and (
        e.data->>'to' = 'solved'
        or (e.data->>'from' in ('solved', 'closed') and e.data->>'to' not in ('solved', 'closed')))))
    order by e.position desc limit ${MOST_STEPS}`;
  return rows.reverse();
}
