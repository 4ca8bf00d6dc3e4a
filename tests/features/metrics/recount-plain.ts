import type { World } from '../sla/support';

/**
 * The numbers of tickets by plain SQL over what happened to them, written apart from the engine: minutes by the wall clock, shares
 * between 0 and 1, of everything that counts; words count on the ticket on which they stand, and were answered where they were said;
 * episodes end when a ticket comes back more than seven days after it was solved.
 */
export async function plainNumbers({ db, workspaceId, now }: World): Promise<Record<string, number | null>> {
  const [row] = await db.$queryRaw<Record<string, number | null>[]>`
    with t as (select * from "Ticket" where "workspaceId" = ${workspaceId}::uuid and not spam and "mergedIntoId" is null),
    ev as (select e.position, e."ticketId", e.type, e.at, e."actorKind", e.data, e.data->>'from' as was, e.data->>'to' as became
      from "TicketEvent" e join t on t.id = e."ticketId" where e."workspaceId" = ${workspaceId}::uuid),
    every as (select position, "ticketId" as origin, type, at, data from "TicketEvent" where "workspaceId" = ${workspaceId}::uuid),
    said as (select e.position, m."ticketId", e.origin, e.at, m.direction from every e
      join "Message" m on m."workspaceId" = ${workspaceId}::uuid and m.id::text = e.data->>'messageId' join t on t.id = m."ticketId"
      where e.type = 'message.added' and m.automated is null and m."authorKind" <> 'system'),
    replies as (select * from said where direction = 'outbound'),
    asks as (select position, origin, "ticketId", at, null as taken from said where direction = 'inbound'
      union all select position, origin, null, (data->>'unansweredSince')::timestamptz, data->>'ticketId' from every
        where type = 'ticket.took_over' and data->>'unansweredSince' is not null),
    waits as (select r.at - (select min(a.at) from asks a where a.origin = r.origin and coalesce(a."ticketId", r."ticketId") = r."ticketId"
        and a.position < r.position and a.position > coalesce((select max(p.position) from replies p
          where p.origin = r.origin and p."ticketId" = r."ticketId" and p.position < r.position), 0)
        and not exists (select 1 from every g where g.origin = r.origin and g.type = 'ticket.gave_back'
          and g.data->>'ticketId' = a.taken and g.position > a.position and g.position < r.position)) as waited from replies r),
    moves as (select position, "ticketId", at, became, was in ('solved', 'closed') as "wasDone", became in ('solved', 'closed') as done,
        exists (select 1 from every j where j.origin = ev."ticketId" and j.at = ev.at
          and j.type in ('ticket.merged', 'ticket.unmerged')) as joined
      from ev where type = 'ticket.status_changed'),
    solving as (select * from moves where done and not "wasDone" and not joined),
    back as (select * from moves where "wasDone" and not done and not joined),
    starts as (select id as "ticketId", "createdAt" as began, '-infinity'::timestamptz as opens from t
      union all select b."ticketId", b.at, b.at from back b where b.at - (
        select max(s.at) from solving s where s."ticketId" = b."ticketId" and s.at < b.at) > interval '7 days'),
    episodes as (select p."ticketId", p.began, o.opens, min(p.at) as first, max(p.at) as newest from (
        select s."ticketId", s.at, (select max(o.began) from starts o where o."ticketId" = s."ticketId" and o.began <= s.at) as began
        from solving s) p join starts o on o."ticketId" = p."ticketId" and o.began = p.began group by 1, 2, 3),
    stretches as (select "ticketId", status, at as since, lead(at) over (partition by "ticketId" order by at, rank) as until from (
        select "ticketId", became as status, at, 1 as rank from moves
        union all select id, coalesce((select e.was from ev e where e."ticketId" = t.id and e.type = 'ticket.status_changed'
          order by e.position limit 1), status::text), "createdAt", 0 from t) each),
    spent as (select e."ticketId", e.began,
        coalesce(sum(s.minutes) filter (where s.status in ('new', 'open', 'on_hold')), 0) as requester,
        coalesce(sum(s.minutes) filter (where s.status in ('new', 'open')), 0) as agent,
        coalesce(sum(s.minutes) filter (where s.status = 'pending'), 0) as pending,
        coalesce(sum(s.minutes) filter (where s.status = 'on_hold'), 0) as held
      from episodes e left join lateral (
        select s.status, extract(epoch from least(coalesce(s.until, e.newest), e.newest) - s.since) / 60 as minutes from stretches s
        where s."ticketId" = e."ticketId" and s.since >= e.began and s.since < e.newest) s on true group by 1, 2),
    judged as (select e.*,
        (select count(*) from replies r where r."ticketId" = e."ticketId" and r.at >= e.opens and r.at <= e.newest) as answers,
        (select count(*) from replies r where r."ticketId" = e."ticketId" and r.at >= e.opens
          and r.at <= e.first + interval '7 days') as early,
        (select count(*) from back b where b."ticketId" = e."ticketId" and b.at >= e.first
          and b.at <= e.first + interval '7 days') as returns,
        exists (select 1 from ev m where m."ticketId" = e."ticketId" and m.type = 'ticket.team_changed' and m."actorKind" = 'user'
          and m.was is not null and m.at <= e.newest and m.at > coalesce((select max(o.newest) from episodes o
            where o."ticketId" = e."ticketId" and o.began < e.began), '-infinity')) as moved
      from episodes e)
    select (select count(*)::float from t) as created,
      (select count(*)::float from t where active) as backlog,
      (select avg(extract(epoch from ${now()}::timestamptz - "createdAt") / 60)::float from t where active) as backlog_age,
      (select count(*)::float from episodes) as solved,
      (select count(*)::float from said where direction = 'inbound') as messages_in,
      (select count(*)::float from replies) as messages_out,
      (select avg(extract(epoch from r.at - t."createdAt") / 60)::float from t join (
        select "ticketId", min(at) as at from replies where origin = "ticketId" group by 1) r on r."ticketId" = t.id) as first_response,
      (select avg(extract(epoch from waited) / 60)::float from waits) as average_response,
      (select avg(extract(epoch from first - began) / 60)::float from episodes) as first_resolution,
      (select avg(extract(epoch from newest - began) / 60)::float from episodes) as full_resolution,
      (select avg(requester)::float from spent) as requester_wait, (select avg(agent)::float from spent) as agent_wait,
      (select avg(pending)::float from spent) as pending_time, (select avg(held)::float from spent) as on_hold_time,
      (select avg(answers)::float from judged) as replies_per_resolution,
      (select avg((answers = 1)::int)::float from judged) as one_touch, (select avg((answers = 0)::int)::float from judged) as no_reply,
      (select avg(moved::int)::float from judged) as transfer_rate,
      (select avg((returns > 0)::int)::float from judged) as reopen_rate, (select avg(returns)::float from judged) as reopens_per_ticket,
      (select avg((early = 1)::int)::float from judged) as fcr_a, (select avg((returns = 0)::int)::float from judged) as fcr_b,
      (select avg((returns = 0)::int)::float from judged) as fcr_b_genuine`;
  return row ?? {};
}
