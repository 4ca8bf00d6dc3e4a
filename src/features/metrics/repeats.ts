import type { Tx } from '@/server/db/client';
import { sqlJson } from '@/server/db/sql';

type Where = Readonly<{ workspaceId: string; fcrDays: number }>;
type SolvedAt = Readonly<{ id: string; at: Date }>;

/**
 * When each of these tickets, solved at `at`, was followed by another contact about the same (contracts G.4, C): a ticket of the
 * same customer or of somebody of the same organization, on any channel, within `fcrDays`, that the customer began, and that
 * shares a tag or follows it up.
 */
export async function repeatsOf(
  tx: Tx,
  { workspaceId, fcrDays }: Where,
  solved: readonly SolvedAt[],
): Promise<Map<string, Date>> {
  if (solved.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; at: Date }[]>`
    select t.id, min(r."createdAt") as at
    from json_to_recordset(${sqlJson(solved)}::json) as s(id uuid, at timestamptz)
    join "Ticket" t on t."workspaceId" = ${workspaceId}::uuid and t.id = s.id
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    cross join lateral (
      select t."requesterId" as id
      union select m.id from "Customer" m
        where m."workspaceId" = t."workspaceId" and m."organizationId" = c."organizationId") who
    join "Ticket" r on r."workspaceId" = t."workspaceId" and r."requesterId" = who.id and r.id <> t.id
      and r."createdAt" > s.at and r."createdAt" <= s.at + ${fcrDays} * interval '1 day'
      and not r.spam and r."mergedIntoId" is null
    where (r."followUpOfId" = t.id or exists (
        select 1 from "TicketTag" mine join "TicketTag" theirs
          on theirs."workspaceId" = mine."workspaceId" and theirs."tagId" = mine."tagId"
        where mine."workspaceId" = t."workspaceId" and mine."ticketId" = t.id and theirs."ticketId" = r.id))
      and exists (select 1 from "Message" m where m."workspaceId" = r."workspaceId" and m."ticketId" = r.id
        and m.direction = 'inbound' and m.automated is null)
    group by t.id`;
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** Tickets that were solved not long before these ones began, and of which they may be a further contact. */
export async function earlierOf(
  tx: Tx,
  { workspaceId, fcrDays }: Where,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct f."subjectId" as id
    from "Ticket" r
    join "Customer" c on c."workspaceId" = r."workspaceId" and c.id = r."requesterId"
    cross join lateral (
      select r."requesterId" as id
      union select m.id from "Customer" m
        where m."workspaceId" = r."workspaceId" and m."organizationId" = c."organizationId") who
    join "Ticket" t on t."workspaceId" = r."workspaceId" and t."requesterId" = who.id and t.id <> r.id
      and t."createdAt" < r."createdAt"
    join "MetricFact" f on f."workspaceId" = t."workspaceId" and f."subjectId" = t.id and f.kind = 'first_solution'
      and f.sequence = 0 and f.at < r."createdAt" and f.at >= r."createdAt" - ${fcrDays} * interval '1 day'
    where r."workspaceId" = ${workspaceId}::uuid and r.id = any(${[...ids]}::uuid[])`;
  return rows.map(({ id }) => id);
}
