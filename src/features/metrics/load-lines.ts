import type { Dimensions } from '@/domain/metrics/facts';
import type { EndedCall, LineChat } from '@/domain/metrics/line-facts';
import { COLUMNS_AS_OF, joinsAsOf, TEAM_AS_OF } from '@/features/metrics/as-of';
import type { Tx } from '@/server/db/client';
import { sql } from '@/server/db/sql';

export type Asked = Readonly<{ workspaceId: string; ids: readonly string[] }>;
export type Named<Row> = Row & Readonly<{ id: string }>;
export type Flat<Row> = Named<Omit<Row, 'dimensions'>> & Dimensions;

/** Calls of these ids that have ended. */
export async function loadCalls(tx: Tx, { workspaceId, ids }: Asked): Promise<Named<EndedCall>[]> {
  const rows = await tx.$queryRaw<Flat<EndedCall>[]>`
    select l.id, coalesce(l."endedAt", l."startedAt") as at, l.direction = 'inbound' as inbound, l.completion::text,
      coalesce(l."timeToAnswer", l."waitSeconds") as "waitSeconds", l."talkSeconds", l."holdSeconds", l."wrapUpSeconds",
      l."ticketId", l."customerId", 'phone' as channel, l."channelAccountId", coalesce(l."teamId", ${TEAM_AS_OF}) as "teamId",
      l."agentId", ${COLUMNS_AS_OF}
    from "CallLog" l
    left join "Ticket" t on t."workspaceId" = l."workspaceId" and t.id = l."ticketId"
    left join "Customer" c on c."workspaceId" = l."workspaceId" and c.id = l."customerId"
    ${joinsAsOf(sql`coalesce(l."endedAt", l."startedAt")`)}
    where l."workspaceId" = ${workspaceId}::uuid and l.id = any(${[...ids]}::uuid[]) and l.status = 'ended'
      and l.direction <> 'internal'`;
  return rows.map(withDimensions);
}

/** Chats of these ids in which the visitor has said something; words left while nobody was there are none. */
export async function loadChats(tx: Tx, { workspaceId, ids }: Asked): Promise<Named<LineChat>[]> {
  const rows = await tx.$queryRaw<Flat<LineChat>[]>`
    select s.id, s."createdAt", s."acceptedAt", s."endedAt", s."waitedMs", s."ticketId", t."requesterId" as "customerId",
      'chat' as channel, s."channelAccountId", ${TEAM_AS_OF} as "teamId", s."acceptedById" as "agentId", ${COLUMNS_AS_OF}
    from "ChatSession" s
    join "Ticket" t on t."workspaceId" = s."workspaceId" and t.id = s."ticketId"
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    ${joinsAsOf(sql`coalesce(s."acceptedAt", s."endedAt", s."createdAt")`)}
    where s."workspaceId" = ${workspaceId}::uuid and s.id = any(${[...ids]}::uuid[]) and not s.offline`;
  return rows.map(withDimensions);
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
