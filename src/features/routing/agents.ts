import { type Held, loadOf } from '@/domain/routing/capacity';
import type { RoutingAgent } from '@/domain/routing/choose-agent';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { type Sql, sql } from '@/server/db/sql';
import { capacitiesOf, type OwnCapacities, type RoutingSettings } from './settings';

type Ctx = Pick<Context, 'workspaceId' | 'now'>;

/** The condition on `"Membership" m` and `"User" u` for not being on leave now, by the member's own calendar day. */
export const isThere = ({ now }: Pick<Context, 'now'>): Sql => sql`not exists (
  select from "TimeOff" o where o."workspaceId" = m."workspaceId" and o."userId" = m."userId"
    and (${now()}::timestamptz at time zone u."timeZone")::date between o."fromOn" and o."untilOn")`;

const CALLS_LAST_MS = 2 * 3_600_000;

/**
 * What keeps `"Membership" m` at the telephone: `call`, `wrap_up`, or null. Of calls that began within two hours, as the
 * pop-up shows them: one whose end is never told keeps nobody from work for longer. Read from the index of an agent's calls.
 */
export function phoneWork({ now }: Pick<Context, 'now'>): Sql {
  const at = now();
  return sql`(select min(case when c.status = 'ended' then 'wrap_up' else 'call' end) from "CallLog" c
    where c."workspaceId" = m."workspaceId" and c."agentId" = m."userId"
      and c."startedAt" > ${new Date(at.getTime() - CALLS_LAST_MS)}::timestamptz
      and (c.status = 'in_progress' or (c.status <> 'ended' and c.direction = 'outbound')
        or (c."wrapUpUntil" > ${at}::timestamptz and c."wrapUpEndedAt" is null)))`;
}

/** The condition on `"Membership" m` and `"User" u` for somebody who may answer customers. */
export const mayWork: Sql = sql`m."deactivatedAt" is null and u."disabledAt" is null and m.role <> 'light_agent'`;

type AgentRow = OwnCapacities &
  Readonly<{ id: string; languages: string[]; skillIds: string[]; lastRoutedAt: Date | null }>;

const columns = sql`m."userId" as id, coalesce(m.languages, '{}') as languages, m."mailCapacity", m."chatCapacity", m."phoneCapacity",
  m."socialCapacity", a."lastRoutedAt",
  array(select s."skillId"::text from "MemberSkill" s where s."workspaceId" = m."workspaceId" and s."userId" = m."userId")
    as "skillIds"`;

/**
 * The people of a team who are online, not on leave and not at the telephone, with what they have. Their rows stay locked until the transaction
 * ends: whoever else routes to one of them waits, and then counts this transaction's tickets too.
 */
export async function lockAgents(
  tx: Tx,
  ctx: Ctx,
  { teamId, settings }: Readonly<{ teamId: string; settings: RoutingSettings }>,
): Promise<RoutingAgent[]> {
  const rows = await tx.$queryRaw<AgentRow[]>`
    select ${columns}
    from "TeamMember" x
    join "Availability" a on a."workspaceId" = x."workspaceId" and a."userId" = x."userId"
    join "Membership" m on m."workspaceId" = x."workspaceId" and m."userId" = x."userId"
    join "User" u on u.id = m."userId"
    where x."workspaceId" = ${ctx.workspaceId}::uuid and x."teamId" = ${teamId}::uuid
      and a.state = 'online' and a."absentSince" is null and ${mayWork} and ${isThere(ctx)}
      and ${phoneWork(ctx)} is null
    order by a."userId" for no key update of a`;
  return withLoads(tx, ctx, { rows, settings });
}

/** One person, whatever their availability, with what they have; locked as by `lockAgents`. Null when there is none. */
export async function lockAgent(
  tx: Tx,
  ctx: Ctx,
  { userId, settings }: Readonly<{ userId: string; settings: RoutingSettings }>,
): Promise<RoutingAgent | null> {
  await tx.$executeRaw`
    insert into "Availability" ("workspaceId", "userId", state, since)
    select m."workspaceId", m."userId", 'offline', ${ctx.now()}::timestamptz from "Membership" m
    where m."workspaceId" = ${ctx.workspaceId}::uuid and m."userId" = ${userId}::uuid
    on conflict do nothing`;
  const rows = await tx.$queryRaw<AgentRow[]>`
    select ${columns}
    from "Availability" a
    join "Membership" m on m."workspaceId" = a."workspaceId" and m."userId" = a."userId"
    join "User" u on u.id = m."userId"
    where a."workspaceId" = ${ctx.workspaceId}::uuid and a."userId" = ${userId}::uuid and ${mayWork}
    for no key update of a`;
  const [agent] = await withLoads(tx, ctx, { rows, settings });
  return agent ?? null;
}

type Rows = Readonly<{ rows: readonly AgentRow[]; settings: RoutingSettings }>;

async function withLoads(tx: Tx, ctx: Ctx, { rows, settings }: Rows): Promise<RoutingAgent[]> {
  const held = await heldBy(
    tx,
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const { id, languages, skillIds, lastRoutedAt } = row;
    const capacities = capacitiesOf(row, settings);
    const load = loadOf(held.get(id) ?? [], { capacities, weights: settings.weights });
    return { id, languages, skillIds, lastRoutedAt, capacities, load };
  });
}

/**
 * The tickets of each of these people whose clock runs, counted by channel and priority. The ticket of a chat that has ended keeps
 * nobody at a conversation any more: it is work like a mail.
 */
export async function heldBy(
  tx: Pick<Tx, '$queryRaw'>,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Held[]>> {
  if (userIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<(Held & { assigneeId: string })[]>`
    select "assigneeId", channel, priority, count(*)::int as count from (
      select t."assigneeId", t.priority, case when t.channel = 'chat' and ${isOver} then 'email' else t.channel::text end as channel
      from "Ticket" t
      where t."workspaceId" = ${workspaceId}::uuid and t."assigneeId" = any(${[...userIds]}::uuid[])
        and t.status in ('new', 'open') and not t.spam and t."trashedAt" is null
    ) as held
    group by 1, 2, 3`;
  return Map.groupBy(rows, ({ assigneeId }) => assigneeId);
}

/** `"Ticket" t` has chats, all of which have ended. */
const isOver = sql`coalesce((select bool_and(s.state = 'ended') from "ChatSession" s
  where s."workspaceId" = t."workspaceId" and s."ticketId" = t.id), false)`;
