import 'server-only';
import { mayOnTicket } from '@/domain/permission/can';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';

/** What somebody said otherwise of a member's time. */
export type FocusCorrection = Readonly<{
  id: string;
  userId: string;
  name: string;
  /** What it adds; negative where it takes away. */
  seconds: number;
  reason: string;
  by: string;
  /** ISO 8601. */
  at: string;
}>;

/** How long a ticket was in front of people, in seconds. */
export type TicketFocus = Readonly<{
  ticketId: string;
  /** Whether the workspace measures it at all. */
  measured: boolean;
  /** By member, with corrections; who has most first. At most fifty. */
  people: readonly Readonly<{ userId: string; name: string; seconds: number }>[];
  total: number;
  mine: number;
  /** The newest twenty. */
  corrections: readonly FocusCorrection[];
  /** Whether the reader's time is measured here, and may be corrected by them. */
  takesPart: boolean;
}>;

type Row = Pick<TicketFocus, 'measured' | 'people' | 'total' | 'corrections'> &
  Readonly<{ teamId: string | null; assigneeId: string | null; requesterId: string }>;

const MOST_PEOPLE = 50;
const MOST_CORRECTIONS = 20;

/** How long a ticket was in front of whom; null when the reader may not see it. One query. */
export async function focusOnTicket(ctx: StaffContext, ticketId: string): Promise<TicketFocus | null> {
  const { db, workspaceId, actor } = ctx;
  const [row] = await db.$queryRaw<Row[]>`
    with focus as (
      select f.*, u.name from "FocusSession" f join "User" u on u.id = f."userId"
      where f."workspaceId" = ${workspaceId}::uuid and f."ticketId" = ${ticketId}::uuid
    )
    select t."teamId", t."assigneeId", t."requesterId",
      coalesce((select s."measureFocus" from "MetricSettings" s where s."workspaceId" = t."workspaceId"), false) as measured,
      coalesce((select sum(seconds)::int from focus), 0) as total,
      coalesce((select json_agg(p) from (
        select "userId", name, sum(seconds)::int as seconds from focus group by 1, 2 order by 3 desc, 1 limit ${MOST_PEOPLE}
      ) p), '[]'::json) as people,
      coalesce((select json_agg(c) from (
        select id, "userId", name, seconds, reason, "correctedBy" as by,
          to_char("startedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
        from focus where reason is not null order by "startedAt" desc, id limit ${MOST_CORRECTIONS}
      ) c), '[]'::json) as corrections
    from "Ticket" t
    where t."workspaceId" = ${workspaceId}::uuid and t.id = ${ticketId}::uuid and ${readableBy(actor)}`;
  if (!row) return null;
  const { teamId, assigneeId, requesterId, measured, ...shown } = row;
  const answers = mayOnTicket(actor, 'ticket.reply', { teamId, assigneeId, requesterId });
  return {
    ...{ ticketId, measured, ...shown },
    mine: shown.people.find(({ userId }) => userId === actor.id)?.seconds ?? 0,
    takesPart: measured && answers && actor.id !== null,
  };
}
