import type { PastSurvey } from '@/domain/metrics/survey-facts';
import type { PastVisit } from '@/domain/metrics/visit-facts';
import { COLUMNS_AS_OF, joinsAsOf } from '@/features/metrics/as-of';
import { type Asked, type Flat, type Named, withDimensions } from '@/features/metrics/load-lines';
import type { Tx } from '@/server/db/client';
import { sql } from '@/server/db/sql';

/** Askings of these ids by the survey as it was asked, for the agent and the team of that time. */
export async function loadSurveys(tx: Tx, { workspaceId, ids }: Asked): Promise<Named<PastSurvey>[]> {
  const rows = await tx.$queryRaw<Flat<PastSurvey>[]>`
    select i.id, coalesce(v.terms, s.terms)->>'kind' as kind, (coalesce(v.terms, s.terms)->'steps')::int as steps,
      i.channel::text as way, i.state::text, i."sentAt", a.score, a.at as "answeredAt", i."ticketId", i."customerId",
      t.channel::text, t."channelAccountId", i."teamId", i."agentId", ${COLUMNS_AS_OF}
    from "SurveyInvite" i
    join "SurveyDefinition" s on s."workspaceId" = i."workspaceId" and s.id = i."surveyId"
    join "Customer" c on c."workspaceId" = i."workspaceId" and c.id = i."customerId"
    left join "SurveyVersion" v on v."workspaceId" = i."workspaceId" and v."surveyId" = i."surveyId"
      and v.version = i."surveyVersion"
    left join "SurveyAnswer" a on a."workspaceId" = i."workspaceId" and a."inviteId" = i.id
    left join "Ticket" t on t."workspaceId" = i."workspaceId" and t.id = i."ticketId"
    ${joinsAsOf(sql`coalesce(i."sentAt", i."createdAt")`)}
    where i."workspaceId" = ${workspaceId}::uuid and i.id = any(${[...ids]}::uuid[])`;
  return rows.map(withDimensions);
}

/** Visits of these ids, with the tickets of the visitor, or of the customer who they are, from then on for two days. */
export async function loadVisits(tx: Tx, { workspaceId, ids }: Asked): Promise<Named<PastVisit>[]> {
  const rows = await tx.$queryRaw<Flat<PastVisit>[]>`
    select s.id, s."startedAt", (extract(epoch from s."intentAt") * 1000)::float as "intentAt",
      (extract(epoch from s."seenAt") * 1000)::float as "seenAt",
      array(select (extract(epoch from o."createdAt") * 1000)::float from "Ticket" o
        where o."workspaceId" = s."workspaceId" and (o.id = s."ticketId" or o."requesterId" = s."customerId")
          and o."createdAt" >= s."startedAt" and o."createdAt" < s."startedAt" + interval '2 days') as "ticketsAt",
      null::uuid as "ticketId", s."customerId", null as channel, null::uuid as "channelAccountId", null::uuid as "teamId",
      null::uuid as "agentId", coalesce(p."organizationId", case when p.found is null then c."organizationId" end) as "organizationId",
      false as spam, s.locale as language, null as priority, null as type,
      coalesce(p."tierId", case when p.found is null then c."tierId" end)::text as tier, array[]::uuid[] as "tagIds"
    from "HelpSession" s
    left join "Customer" c on c."workspaceId" = s."workspaceId" and c.id = s."customerId"
    left join lateral (select true as found, h."tierId", h."organizationId" from "CustomerPast" h
      where h."workspaceId" = c."workspaceId" and h."customerId" = c.id and h."until" > coalesce(s."intentAt", s."startedAt")
      order by h."until" limit 1) p on true
    where s."workspaceId" = ${workspaceId}::uuid and s.id = any(${[...ids]}::uuid[])`;
  return rows.map(withDimensions);
}
