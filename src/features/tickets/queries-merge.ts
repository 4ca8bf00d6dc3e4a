import 'server-only';
import { mayOnTicket } from '@/domain/permission/can';
import type { TicketStatus } from '@/domain/ticket/ticket';
import { searchTickets } from '@/features/search/queries';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { sql } from '@/server/db/sql';

const MOST = 8;

/** A ticket that another one can be merged into. */
export type MergeTarget = Readonly<{
  number: number;
  subject: string;
  status: TicketStatus;
  requester: string;
  /** Whether it is of the same customer. */
  same: boolean;
}>;

type Asked = Readonly<{ number: number; q: string }>;

/**
 * At most eight tickets into which the ticket of this number may be merged: those that hold what was typed, or, when nothing
 * was, the newest ones of the same customer. None when the reader may not see it.
 */
export async function findMergeTargets(ctx: StaffContext, { number, q }: Asked): Promise<MergeTarget[]> {
  const { workspaceId, db } = ctx;
  const ticket = await db.ticket.findUnique({
    where: { workspaceId_number: { workspaceId, number } },
    select: { id: true, requesterId: true, teamId: true, assigneeId: true },
  });
  if (!ticket || !mayOnTicket(ctx.actor, 'ticket.merge', ticket)) return [];
  const filter = sql`t.id <> ${ticket.id}::uuid and t."mergedIntoId" is null and t.status <> 'closed'`;
  const ids = q.trim()
    ? (await searchTickets(ctx, { q, limit: MOST, filter })).hits.map(({ id }) => id)
    : null;
  const which = ids
    ? sql`t.id = any(${ids}::uuid[])`
    : sql`t."requesterId" = ${ticket.requesterId}::uuid and ${filter} and ${readableBy(ctx.actor)}`;
  return db.$queryRaw<MergeTarget[]>`
    select t.number, t.subject, t.status, c."displayName" as requester,
      t."requesterId" = ${ticket.requesterId}::uuid as same
    from "Ticket" t
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    where t."workspaceId" = ${workspaceId}::uuid and ${which}
    order by t."requesterId" = ${ticket.requesterId}::uuid desc, t."activityAt" desc, t.id desc limit ${MOST}`;
}

/** The merges by which other tickets came to this one, as far as they can be taken back: ids by the numbers of those tickets. */
export async function openMergesInto(
  { db, workspaceId }: StaffContext,
  ticketId: string,
): Promise<Readonly<Record<number, string>>> {
  const rows = await db.ticketMerge.findMany({
    where: { workspaceId, targetId: ticketId, undoneAt: null },
    orderBy: { at: 'desc' },
    take: 100,
    select: { id: true, source: { select: { number: true } } },
  });
  return Object.fromEntries(rows.map(({ id, source }) => [source.number, id]));
}
