import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { isThere } from './agents';

type Asked = Readonly<{ ticketId: string; requesterId: string; days: number }>;

/** Who is asked first for a ticket: whoever served its customer last, or who stands in for them while they are away. */
export type First = Readonly<{ userId: string; insteadOf: string | null }>;

const TICKETS_LOOKED_AT = 5;

/** The one who had the customer's latest ticket within so many days; null when nobody had, or nobody stands in. */
export async function firstAsked(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId' | 'now'>,
  { ticketId, requesterId, days }: Asked,
): Promise<First | null> {
  if (days === 0) return null;
  const [row] = await tx.$queryRaw<{ userId: string }[]>`
    select "assigneeId" as "userId" from (
      select "assigneeId", "activityAt" from "Ticket"
      where "workspaceId" = ${ctx.workspaceId}::uuid and "requesterId" = ${requesterId}::uuid and id <> ${ticketId}::uuid
        and "activityAt" > ${ctx.now()}::timestamptz - make_interval(days => ${days}::int)
      order by "activityAt" desc limit ${TICKETS_LOOKED_AT}
    ) as latest
    where "assigneeId" is not null order by "activityAt" desc limit 1`;
  if (!row) return null;
  const standIn = await standInFor(tx, ctx, row.userId);
  if (standIn === 'there') return { userId: row.userId, insteadOf: null };
  return standIn === null ? null : { userId: standIn, insteadOf: row.userId };
}

const LONGEST_CHAIN = 5;

/**
 * Who does the work of a member who is away: their substitute, or the substitute of that one. `there` when the member is
 * not on leave; null when nobody stands in.
 */
export async function standInFor(
  tx: Pick<Tx, '$queryRaw'>,
  ctx: Pick<Context, 'workspaceId' | 'now'>,
  userId: string,
): Promise<string | 'there' | null> {
  const rows = await tx.$queryRaw<{ userId: string; isThere: boolean; depth: number }[]>`
    with recursive chain as (
      select ${userId}::uuid as "userId", 0 as depth
      union
      select o."substituteId", c.depth + 1
      from chain c
      join "User" u on u.id = c."userId"
      join "TimeOff" o on o."workspaceId" = ${ctx.workspaceId}::uuid and o."userId" = c."userId"
        and (${ctx.now()}::timestamptz at time zone u."timeZone")::date between o."fromOn" and o."untilOn"
      where o."substituteId" is not null and c.depth < ${LONGEST_CHAIN}::int
    )
    select c."userId", c.depth, (m."deactivatedAt" is null and ${isThere(ctx)}) as "isThere"
    from chain c
    join "Membership" m on m."workspaceId" = ${ctx.workspaceId}::uuid and m."userId" = c."userId"
    join "User" u on u.id = c."userId"
    order by c.depth`;
  const found = rows.find((row) => row.isThere);
  if (!found) return null;
  return found.depth === 0 ? 'there' : found.userId;
}
