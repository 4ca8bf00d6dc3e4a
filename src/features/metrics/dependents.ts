import { placeOf } from '@/domain/metrics/facts';
import type { Tx } from '@/server/db/client';
import { sql } from '@/server/db/sql';

type Dependent = Readonly<{ subject: string; id: string }>;

/**
 * What else counts otherwise when these tickets change: their calls, chats and surveys, which take over tags and the like, and
 * the visits to the help centre that the same person made within a day before the ticket.
 */
export async function dependentsOf(
  tx: Tx,
  ...[workspaceId, ticketIds]: [string, readonly string[]]
): Promise<Dependent[]> {
  if (ticketIds.length === 0) return [];
  const ids = [...ticketIds];
  return tx.$queryRaw<Dependent[]>`
    select 'call' as subject, id from "CallLog"
      where "workspaceId" = ${workspaceId}::uuid and "ticketId" = any(${ids}::uuid[])
    union all select 'chat', id from "ChatSession"
      where "workspaceId" = ${workspaceId}::uuid and "ticketId" = any(${ids}::uuid[])
    union all select 'survey', id from "SurveyInvite"
      where "workspaceId" = ${workspaceId}::uuid and "ticketId" = any(${ids}::uuid[])
    union all select 'visit', id from "HelpSession"
      where "workspaceId" = ${workspaceId}::uuid and "ticketId" = any(${ids}::uuid[])
    union all select 'visit', s.id from "Ticket" t
      join "HelpSession" s on s."workspaceId" = t."workspaceId" and s."customerId" = t."requesterId"
        and s."intentAt" <= t."createdAt" and s."intentAt" > t."createdAt" - interval '1 day'
      where t."workspaceId" = ${workspaceId}::uuid and t.id = any(${ids}::uuid[])`;
}

/**
 * The stretches of presence in which somebody was on these calls or chats, as they are now or as they were counted: whoever had one
 * and has it no more is counted again too.
 */
export async function presenceAround(
  tx: Tx,
  ...[workspaceId, { calls, chats }]: [
    string,
    Readonly<{ calls: readonly string[]; chats: readonly string[] }>,
  ]
): Promise<string[]> {
  const lines = [...calls, ...chats];
  if (lines.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct p.id from (
      select "agentId" as "userId", coalesce("endedAt", "startedAt") - make_interval(secs => "talkSeconds" + "holdSeconds") as begins,
        coalesce("endedAt", "startedAt") + make_interval(secs => "wrapUpSeconds") as ends
      from "CallLog" where "workspaceId" = ${workspaceId}::uuid and id = any(${[...calls]}::uuid[])
      union all select "acceptedById", "acceptedAt", "endedAt" from "ChatSession"
      where "workspaceId" = ${workspaceId}::uuid and id = any(${[...chats]}::uuid[]) and "endedAt" is not null
      union all select f."agentId", f.at - ${BUSY}, f.at + ${BUSY} from "MetricFact" f
      where f."workspaceId" = ${workspaceId}::uuid and f."subjectId" = any(${lines}::uuid[]) and f.kind in ('call', 'chat')
    ) b join "PresenceSpan" p on p."workspaceId" = ${workspaceId}::uuid and p."userId" = b."userId"
      and p."fromAt" < b.ends and p."untilAt" > b.begins`;
  return rows.map(({ id }) => id);
}

/** How long a counted call or chat kept somebody busy, before or after the instant of its fact. */
const BUSY = sql`make_interval(secs => 60 * coalesce(case f.kind
  when 'call' then f."values"[${placeOf('call_busy').index + 1}::int] else f."values"[${placeOf('chat_busy').index + 1}::int] end, 0))`;
