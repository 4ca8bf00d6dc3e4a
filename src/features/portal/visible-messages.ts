import { type Sql, sql } from '@/server/db/sql';

type Seen = Readonly<{ requesterId: string; readerId: string; at: Date }>;

/**
 * Which messages (`m`) of a ticket its customer may read: what they wrote, and what was sent to them. Never notes, what is
 * not sent yet or was called off, what machines say among themselves, or what went between us and somebody else.
 */
export function visibleMessages(seen: Seen): Sql {
  const { requesterId, readerId, at } = seen;
  const named = sql`exists (
    select 1 from "MessageAddress" a
    where a."workspaceId" = m."workspaceId" and a."messageId" = m.id and (
      exists (
        select 1 from "CustomerIdentity" i
        where i."workspaceId" = a."workspaceId" and i.kind = 'email' and i.value = lower(a.address)
          and i."customerId" in (${requesterId}::uuid, ${readerId}::uuid))
      or exists (
        select 1 from "Message" o
        where o."workspaceId" = m."workspaceId" and o."ticketId" = m."ticketId" and o.direction = 'inbound'
          and o."authorCustomerId" in (${requesterId}::uuid, ${readerId}::uuid)
          and lower(o."authorAddress") = lower(a.address))))`;
  return sql`m."deletedAt" is null and m.automated is null and (
    (m.direction = 'outbound' and m.delivery is distinct from 'cancelled'
      and (m."sendAt" is null or m."sendAt" <= ${at}) and case m.channel when 'email' then ${named} else not ${toOthers(seen)} end)
    or (m.direction = 'inbound'
      and (m."authorCustomerId" in (${requesterId}::uuid, ${readerId}::uuid) or ${named})))`;
}

/**
 * An answer elsewhere than by mail names no address: whose it was say its conversation, and the ticket on which it stood
 * before that ticket was merged into this one.
 */
function toOthers({ requesterId, readerId }: Seen): Sql {
  const theirs = sql`(${requesterId}::uuid, ${readerId}::uuid)`;
  return sql`(
    exists (
      select 1 from "ChannelConversation" v
      where v."workspaceId" = m."workspaceId" and v.id = m."conversationId" and v."customerId" not in ${theirs})
    or exists (
      with recursive came as (
        select g."sourceId", g."messageIds" from "TicketMerge" g
        where g."workspaceId" = m."workspaceId" and g."targetId" = m."ticketId" and g."undoneAt" is null
        union all
        select g."sourceId", g."messageIds" from came
        join "TicketMerge" g on g."workspaceId" = m."workspaceId" and g."targetId" = came."sourceId" and g."undoneAt" is null)
      select 1 from came join "Ticket" s on s."workspaceId" = m."workspaceId" and s.id = came."sourceId"
      where m.id = any(came."messageIds") and s."requesterId" not in ${theirs}))`;
}
