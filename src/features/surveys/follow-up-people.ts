import type { Candidate } from '@/domain/survey/answer';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type About = Readonly<{
  /** Of the rated agent at the time. */
  teamId: string | null;
  /** Named in the settings. */
  userId: string | null;
}>;

/** Members who could take care of a low score about this team, and those who stand in for them, the longest here first. */
export function candidatesFor(
  tx: Tx,
  { workspaceId, now }: Context,
  { teamId, userId }: About,
): Promise<Candidate[]> {
  return tx.$queryRaw<Candidate[]>`
    with people as (
      select m."userId", m.role::text as role, m."createdAt", coalesce(t.lead, false) as leads,
        t."userId" is not null or m.scope = 'all' as near, o.id is not null as away, o."substituteId"
      from "Membership" m
      join "User" u on u.id = m."userId" and u."disabledAt" is null
      left join "TeamMember" t on t."workspaceId" = m."workspaceId" and t."userId" = m."userId" and t."teamId" = ${teamId}::uuid
      left join lateral (select * from "TimeOff" o where o."workspaceId" = m."workspaceId" and o."userId" = m."userId"
        and (${now()}::timestamptz at time zone u."timeZone")::date between o."fromOn" and o."untilOn" limit 1) o on true
      where m."workspaceId" = ${workspaceId}::uuid and m."deactivatedAt" is null and m.role <> 'light_agent')
    , meant as (
      select * from people where role in ('manager', 'admin', 'owner') or leads or "userId" = ${userId}::uuid)
    select "userId", role, leads, near, away, "substituteId" from people
    where "userId" in (select "userId" from meant) or "userId" in (select "substituteId" from meant)
    order by "createdAt", "userId" limit 200`;
}
