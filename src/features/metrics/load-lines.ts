import type { Dimensions } from '@/domain/metrics/facts';
import type { EndedCall, LineChat, Presence } from '@/domain/metrics/line-facts';
import type { Tx } from '@/server/db/client';
import { sql } from '@/server/db/sql';

export type Asked = Readonly<{ workspaceId: string; ids: readonly string[] }>;
export type Named<Row> = Row & Readonly<{ id: string }>;
export type Flat<Row> = Named<Omit<Row, 'dimensions'>> & Dimensions;

/** What a call, a chat or an answer takes over from its ticket. */
export const OF_TICKET = sql`coalesce(t.spam, false) as spam, t.language, t.priority::text, t.type::text, c."tierId"::text as tier,
  array(select tt."tagId" from "TicketTag" tt where tt."workspaceId" = t."workspaceId" and tt."ticketId" = t.id
    order by tt."tagId") as "tagIds"`;

/** Calls of these ids that have ended. */
export async function loadCalls(tx: Tx, { workspaceId, ids }: Asked): Promise<Named<EndedCall>[]> {
  const rows = await tx.$queryRaw<Flat<EndedCall>[]>`
    select l.id, coalesce(l."endedAt", l."startedAt") as at, l.direction = 'inbound' as inbound, l.completion::text,
      coalesce(l."timeToAnswer", l."waitSeconds") as "waitSeconds", l."talkSeconds", l."holdSeconds", l."wrapUpSeconds",
      l."ticketId", l."customerId", 'phone' as channel, l."channelAccountId", coalesce(l."teamId", t."teamId") as "teamId",
      l."agentId", c."organizationId", ${OF_TICKET}
    from "CallLog" l
    left join "Ticket" t on t."workspaceId" = l."workspaceId" and t.id = l."ticketId"
    left join "Customer" c on c."workspaceId" = l."workspaceId" and c.id = l."customerId"
    where l."workspaceId" = ${workspaceId}::uuid and l.id = any(${[...ids]}::uuid[]) and l.status = 'ended'
      and l.direction <> 'internal'`;
  return rows.map(withDimensions);
}

/** Chats of these ids in which the visitor has said something; words left while nobody was there are none. */
export async function loadChats(tx: Tx, { workspaceId, ids }: Asked): Promise<Named<LineChat>[]> {
  const rows = await tx.$queryRaw<Flat<LineChat>[]>`
    select s.id, s."createdAt", s."acceptedAt", s."endedAt", s."waitedMs", s."ticketId", t."requesterId" as "customerId",
      'chat' as channel, s."channelAccountId", t."teamId", s."acceptedById" as "agentId", c."organizationId", ${OF_TICKET}
    from "ChatSession" s
    join "Ticket" t on t."workspaceId" = s."workspaceId" and t.id = s."ticketId"
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    where s."workspaceId" = ${workspaceId}::uuid and s.id = any(${[...ids]}::uuid[]) and not s.offline`;
  return rows.map(withDimensions);
}

/** Stretches of presence of these ids that are over, for the first team of the person by name. */
export function loadPresence(tx: Tx, { workspaceId, ids }: Asked): Promise<Named<Presence>[]> {
  return tx.$queryRaw<Named<Presence>[]>`
    select p.id, p."userId", p.state::text, p."fromAt" as from, p."untilAt" as until,
      (select m."teamId" from "TeamMember" m join "Team" t on t."workspaceId" = m."workspaceId" and t.id = m."teamId"
        where m."workspaceId" = p."workspaceId" and m."userId" = p."userId" order by t.name limit 1) as "teamId"
    from "PresenceSpan" p
    where p."workspaceId" = ${workspaceId}::uuid and p.id = any(${[...ids]}::uuid[]) and p."untilAt" is not null`;
}

/** A row with its dimensions put together, as facts take them. */
export function withDimensions<Row>(
  row: Flat<Row>,
): Named<Omit<Row, 'dimensions'>> & { dimensions: Dimensions } {
  const {
    channel,
    channelAccountId,
    teamId,
    agentId,
    language,
    priority,
    type,
    tier,
    organizationId,
    tagIds,
  } = row;
  const dimensions = {
    ...{ channel, channelAccountId, teamId, agentId, language },
    ...{ priority, type, tier, organizationId, tagIds },
  };
  return { ...row, dimensions };
}
