import { may } from '@/domain/permission/can';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { type Sql, sql } from '@/server/db/sql';

/**
 * The name of whom or what an event `e` names by id on this side, as a column: people, teams, customers, tags and policies, as they
 * are called now. Null where it names nothing.
 */
export const nameIn = (side: 'from' | 'to'): Sql => sql`case e.type
  when 'ticket.assigned' then (select u.name from "User" u where u.id = (e.data->>${side})::uuid)
  when 'ticket.returned' then (select u.name from "User" u where u.id = (e.data->>${side})::uuid)
  when 'ticket.routed' then coalesce(
    (select u.name from "User" u where u.id = (e.data->>${side})::uuid),
    (select c."displayName" from "Customer" c
      where c."workspaceId" = e."workspaceId" and c.id = (e.data->>'customerId')::uuid))
  when 'ticket.team_changed' then (
    select t.name from "Team" t where t."workspaceId" = e."workspaceId" and t.id = (e.data->>${side})::uuid)
  when 'ticket.requester_changed' then (
    select c."displayName" from "Customer" c
    where c."workspaceId" = e."workspaceId" and c.id = (e.data->>${side})::uuid)
  when 'ticket.tagged' then (
    select g.name from "Tag" g where g."workspaceId" = e."workspaceId" and g.id = (e.data->>'tagId')::uuid)
  when 'ticket.field_changed' then e.data->>${side}
  when 'ticket.untagged' then (
    select g.name from "Tag" g where g."workspaceId" = e."workspaceId" and g.id = (e.data->>'tagId')::uuid)
  when 'sla.promised' then (
    select p.name from "SlaPolicy" p
    where p."workspaceId" = e."workspaceId" and p.id = (e.data->>'policyId')::uuid and ${side}::text = 'to')
  end`;

/** Leaves out of "TicketEvent" what tells of tickets that the reader may not see. */
export const tellsNothingHidden = ({ workspaceId, actor }: StaffContext): Sql => sql`
  (type not in ('ticket.linked', 'ticket.unlinked') or exists (
    select 1 from "Ticket" t where t."workspaceId" = ${workspaceId}::uuid and t.id = (data->>'otherId')::uuid
      and ${readableBy(actor)}))`;

type Told = Readonly<{ type: string; data: Readonly<Record<string, string | number | boolean | null>> }>;

/** Scores are for those who may read feedback, and for whom they are about; others hear that there is an answer. */
export function withoutHiddenScore<Event extends Told>({ actor }: StaffContext, event: Event): Event {
  if (event.type !== 'survey.answered') return event;
  const isOwn = event.data['agentId'] !== null && event.data['agentId'] === actor.id;
  return isOwn || may(actor, 'feedback.read') ? event : { ...event, data: {} };
}
