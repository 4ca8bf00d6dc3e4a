import type { TicketStatus } from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';

type Ctx = Pick<Context, 'workspaceId' | 'db'>;

/** What a save of a ticket changed, as far as routing looks at it. */
export type Change = Readonly<{
  ticketId: string;
  at: Date;
  createdAt: Date;
  status: TicketStatus;
  /** Or in the trash. */
  spam: boolean;
  teamId: string | null;
  assigneeId: string | null;
  /** The mode of its team's queue, and whether any queue of the workspace pushes. */
  mode: 'off' | 'pull' | 'push';
  anyPush: boolean;
  /** What is remembered of it; null: nothing. */
  memory: Readonly<{ waitingSince: string | null; answerBy: string | null; passed: number }> | null;
  events: readonly Readonly<{
    type: string;
    from: string | null;
    to: string | null;
    /** Of a message: `inbound`, or `user` for what a person of ours sent. */
    by: string | null;
  }>[];
}>;

/** Loads one save of a ticket; null when the ticket is gone. In one query, since every save asks. */
export async function changeOf(
  { db, workspaceId }: Ctx,
  { ticketId, at }: Readonly<{ ticketId: string; at: Date }>,
): Promise<Change | null> {
  const [row] = await db.$queryRaw<Change[]>`
    select t.id as "ticketId", ${at}::timestamptz as at, t."createdAt", t.status,
      (t.spam or t."trashedAt" is not null) as spam, t."teamId", t."assigneeId",
      coalesce(q.mode::text, 'off') as mode,
      exists (select from "RoutingQueue" p where p."workspaceId" = t."workspaceId" and p.mode = 'push') as "anyPush",
      case when r."ticketId" is not null then json_build_object('waitingSince', r."waitingSince", 'answerBy',
        r."answerBy", 'passed', cardinality(r."passedIds")) end as memory,
      coalesce((
        select json_agg(json_build_object('type', e.type, 'from', e.data->>'from', 'to', e.data->>'to', 'by',
          case when e.data->>'direction' = 'inbound' then 'inbound'
            when e.data->>'direction' = 'outbound' then e.data->>'author' end))
        from "TicketEvent" e
        where e."workspaceId" = t."workspaceId" and e."ticketId" = t.id and e.at = ${at}::timestamptz
          and e.type in ('ticket.assigned', 'ticket.status_changed', 'ticket.team_changed', 'ticket.spam_changed', 'ticket.trash_changed',
            'message.added')
      ), '[]'::json) as events
    from "Ticket" t
    left join "RoutingQueue" q on q."workspaceId" = t."workspaceId" and q."teamId" = t."teamId"
    left join "RoutedTicket" r on r."workspaceId" = t."workspaceId" and r."ticketId" = t.id
    where t."workspaceId" = ${workspaceId}::uuid and t.id = ${ticketId}::uuid`;
  return row ?? null;
}

const isRunning = (status: string | null): boolean => status === 'new' || status === 'open';

/** True while nobody has it and its clock runs. */
export const waits = ({ assigneeId, status, spam }: Change): boolean =>
  assigneeId === null && isRunning(status) && !spam;

/** Who has less to do than before this save. */
export function freedBy({ assigneeId, events }: Change): string[] {
  const stopped = events.some(
    ({ type, from, to }) => type === 'ticket.status_changed' && isRunning(from) && !isRunning(to),
  );
  const handedOver = events.flatMap(({ type, from }) => (type === 'ticket.assigned' && from ? [from] : []));
  return [...new Set([...handedOver, ...(stopped && assigneeId ? [assigneeId] : [])])];
}

/** Keeps what routing remembers of a ticket in step with what happened to it; writes only where something changes. */
export async function remember(ctx: Ctx, change: Change): Promise<void> {
  const { memory } = change;
  if (memory === null) {
    if (beganToWait(change) && change.at > change.createdAt) await waitFrom(ctx, change);
    return;
  }
  const data = memoryAfter(change, memory);
  if (Object.keys(data).length === 0) return;
  const { workspaceId, db } = ctx;
  await db.routedTicket.updateMany({ where: { workspaceId, ticketId: change.ticketId }, data });
}

async function waitFrom({ db, workspaceId }: Ctx, { ticketId, at }: Change): Promise<void> {
  await db.routedTicket.createMany({
    data: [{ workspaceId, ticketId, waitingSince: at, passedIds: [] }],
    skipDuplicates: true,
  });
}

function memoryAfter(change: Change, memory: NonNullable<Change['memory']>) {
  const { at, events, assigneeId } = change;
  const answered = events.some(({ by }) => by === 'user') || !isRunning(change.status);
  const moved = events.some(({ type, from }) => type === 'ticket.assigned' && from !== null);
  const tryAgain = waits(change) && events.some(({ by }) => by === 'inbound');
  return {
    ...((answered || moved || assigneeId === null) && memory.answerBy !== null && { answerBy: null }),
    ...((answered || tryAgain) && memory.passed > 0 && { passedIds: [] }),
    ...(answered && memory.waitingSince !== null && { waitingSince: null }),
    ...(beganToWait(change) && memory.waitingSince === null && { waitingSince: at }),
  };
}

/** It came into its queue by this save, having been somewhere else before. */
function beganToWait(change: Change): boolean {
  if (!waits(change)) return false;
  return change.events.some(
    ({ type, from }) =>
      (type === 'ticket.assigned' && from !== null) ||
      (type === 'ticket.status_changed' && !isRunning(from)) ||
      type === 'ticket.team_changed' ||
      type === 'ticket.spam_changed' ||
      type === 'ticket.trash_changed',
    'ticket.trash_changed',
  );
}
