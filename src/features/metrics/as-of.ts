import { type Sql, sql } from '@/server/db/sql';

/**
 * What a call, a chat or an asking takes over from its ticket `t` and its customer `c`: how both stood at an instant. The ticket's
 * history tells what was changed later; `CustomerPast` what the customer belonged to until when. Tags are those of now.
 */
export const joinsAsOf = (at: Sql): Sql => sql`
  left join lateral (select max(w.value) filter (where w.type = 'ticket.language_changed') as language,
      bool_or(w.type = 'ticket.language_changed') as "languageMoved",
      max(w.value) filter (where w.type = 'ticket.priority_changed') as priority,
      max(w.value) filter (where w.type = 'ticket.type_changed') as type, bool_or(w.type = 'ticket.type_changed') as "typeMoved",
      max(w.value) filter (where w.type = 'ticket.team_changed') as team, bool_or(w.type = 'ticket.team_changed') as "teamMoved"
    from (select distinct on (e.type) e.type, e.data->>'from' as value from "TicketEvent" e
      where e."workspaceId" = t."workspaceId" and e."ticketId" = t.id and e.at > ${at}
        and e.type in ('ticket.language_changed', 'ticket.priority_changed', 'ticket.type_changed', 'ticket.team_changed')
      order by e.type, e.position) w) was on true
  left join lateral (select true as found, p."tierId", p."organizationId" from "CustomerPast" p
    where p."workspaceId" = c."workspaceId" and p."customerId" = c.id and p."until" > ${at}
    order by p."until" limit 1) belonged on true`;

/** The columns that go with `joinsAsOf`. */
export const COLUMNS_AS_OF = sql`coalesce(t.spam or t."trashedAt" is not null, false) as spam,
  case when was."languageMoved" then was.language else t.language end as language,
  coalesce(was.priority, t.priority::text) as priority,
  case when was."typeMoved" then was.type else t.type::text end as type,
  case when belonged.found then belonged."tierId" else c."tierId" end::text as tier,
  case when belonged.found then belonged."organizationId" else c."organizationId" end as "organizationId",
  array(select tt."tagId" from "TicketTag" tt where tt."workspaceId" = t."workspaceId" and tt."ticketId" = t.id
    order by tt."tagId") as "tagIds"`;

/** The team that had the ticket `t` then. */
export const TEAM_AS_OF = sql`case when was."teamMoved" then was.team::uuid else t."teamId" end`;
