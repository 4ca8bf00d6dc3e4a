import type { Tx } from '@/server/db/client';
import { type Sql, sql, sqlJson } from '@/server/db/sql';

type Where = Readonly<{ workspaceId: string; fcrDays: number }>;
type SolvedAt = Readonly<{ id: string; at: Date }>;

/**
 * When each of these solutions was followed by another contact about the same (contracts G.4, C): a ticket of the same customer or
 * of somebody of the same organization, on any channel, within `fcrDays`, that the customer began, and that shares a tag or follows
 * it up. By ticket, and by the time of the solution in milliseconds since 1970.
 */
export async function repeatsOf(
  tx: Tx,
  { workspaceId, fcrDays }: Where,
  solved: readonly SolvedAt[],
): Promise<Map<string, Map<number, Date>>> {
  if (solved.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; solvedAt: Date; at: Date }[]>`
    select pair.id, pair."solvedAt", min(pair.at) as at
    from json_to_recordset(${sqlJson(solved)}::json) as s(id uuid, at timestamptz)
    join "Ticket" t on t."workspaceId" = ${workspaceId}::uuid and t.id = s.id
    cross join lateral (${houseOf(sql`t`)}) who
    cross join lateral (
      select t.id, s.at as "solvedAt", r.id as other, r."createdAt" as at, r."followUpOfId"
      from "Ticket" r
      where r."workspaceId" = t."workspaceId" and r."requesterId" = who.id and r.id <> t.id
        and r."createdAt" > s.at and r."createdAt" <= s.at + ${fcrDays} * interval '1 day'
        and not r.spam and r."trashedAt" is null and r."mergedIntoId" is null
      offset 0) pair
    where (pair."followUpOfId" = pair.id or (
        select true from "TicketTag" mine join "TicketTag" theirs
          on theirs."workspaceId" = mine."workspaceId" and theirs."tagId" = mine."tagId"
        where mine."workspaceId" = t."workspaceId" and mine."ticketId" = pair.id and theirs."ticketId" = pair.other limit 1))
      and (select true from "Message" m where m."workspaceId" = t."workspaceId" and m."ticketId" = pair.other
        and m.direction = 'inbound' and m.automated is null limit 1)
    group by pair.id, pair."solvedAt"`;
  const repeats = new Map<string, Map<number, Date>>();
  for (const { id, solvedAt, at } of rows) {
    repeats.set(id, (repeats.get(id) ?? new Map()).set(solvedAt.getTime(), at));
  }
  return repeats;
}

/** Tickets that were solved not long before these ones began, and of which they may be a further contact. */
export async function earlierOf(
  tx: Tx,
  { workspaceId, fcrDays }: Where,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct solved.id
    from "Ticket" r
    cross join lateral (${houseOf(sql`r`)}) who
    cross join lateral (
      select t.id from "Ticket" t
      where t."workspaceId" = r."workspaceId" and t."requesterId" = who.id and t.id <> r.id and t."createdAt" < r."createdAt"
      offset 0) earlier
    cross join lateral (
      select f."subjectId" as id from "MetricFact" f
      where f."workspaceId" = r."workspaceId" and f."subjectId" = earlier.id and f.kind = 'first_solution'
        and f.at < r."createdAt" and f.at >= r."createdAt" - ${fcrDays} * interval '1 day'
      offset 0) solved
    where r."workspaceId" = ${workspaceId}::uuid and r.id = any(${[...ids]}::uuid[])`;
  return rows.map(({ id }) => id);
}

/**
 * The requester of a ticket and everybody of their organization. Each step of the questions above goes from one ticket to the few
 * others by an index; `offset 0`, and a value in place of `exists`, keep the planner from going through all messages first.
 */
const houseOf = (ticket: Sql): Sql => sql`
  select ${ticket}."requesterId" as id
  union select m.id from "Customer" c join "Customer" m
    on m."workspaceId" = c."workspaceId" and m."organizationId" = c."organizationId"
  where c."workspaceId" = ${ticket}."workspaceId" and c.id = ${ticket}."requesterId"`;
