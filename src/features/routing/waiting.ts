import type { QueueRules, RoutingOrder } from '@/domain/routing/queue';
import type { Channel, Priority } from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { type Sql, sql } from '@/server/db/sql';

type Ctx = Pick<Context, 'workspaceId'>;

/** The condition on `"Ticket" t` for work that nobody has and whose clock runs. */
export const isWaiting: Sql = sql`t."assigneeId" is null and t.status in ('new', 'open') and not t.spam and t."trashedAt" is null`;

/** Since when a ticket waits; `r` is its `"RoutedTicket"`, where there is one. */
export const waitingSince: Sql = sql`coalesce(r."waitingSince", t."createdAt")`;

/** A ticket that waits for somebody, and what it asks of them. */
export type WaitingTicket = Readonly<{
  id: string;
  teamId: string;
  channel: Channel;
  priority: Priority;
  language: string | null;
  requesterId: string;
  since: Date;
  passedIds: readonly string[];
  skillIds: readonly string[];
}>;

const ORDERS: Readonly<Record<RoutingOrder, Sql>> = {
  longest_waiting: sql`${waitingSince}, t.id`,
  priority: sql`t.priority desc, ${waitingSince}, t.id`,
  due: sql`t."nextDueAt" nulls last, ${waitingSince}, t.id`,
};

type Page = Readonly<{ teamId: string; rules: Pick<QueueRules, 'order'>; from: number; limit: number }>;

/** Waiting tickets of a team in the order of its queue. */
export function listWaiting(
  tx: Tx,
  { workspaceId }: Ctx,
  { teamId, rules, from, limit }: Page,
): Promise<WaitingTicket[]> {
  return tx.$queryRaw<WaitingTicket[]>`
    select t.id, t."teamId", t.channel, t.priority, t.language, t."requesterId", ${waitingSince} as since,
      coalesce(r."passedIds", '{}')::text[] as "passedIds",
      array(
        select distinct k."skillId"::text from "TicketTag" x
        join "SkillTag" k on k."workspaceId" = x."workspaceId" and k."tagId" = x."tagId"
        where x."workspaceId" = t."workspaceId" and x."ticketId" = t.id
      ) as "skillIds"
    from "Ticket" t
    left join "RoutedTicket" r on r."workspaceId" = t."workspaceId" and r."ticketId" = t.id
    where t."workspaceId" = ${workspaceId}::uuid and t."teamId" = ${teamId}::uuid and ${isWaiting}
    order by ${ORDERS[rules.order]} offset ${from} limit ${limit}`;
}

/** Locks a ticket that still waits. False when somebody has it, or is at it this very moment: it is theirs then. */
export async function lockWaiting(tx: Tx, { workspaceId }: Ctx, ticketId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select t.id from "Ticket" t
    where t."workspaceId" = ${workspaceId}::uuid and t.id = ${ticketId}::uuid and ${isWaiting}
    for update skip locked`;
  return rows.length > 0;
}
